/*
 * A libudev that knows the devices of a test. Chromium's HID stack loads it in place of the system's and finds, in the
 * folder named by SWITCHHOOK_HID_RIG:
 *
 *   server                       socket of the test, see test/support/hid/hid-bus.ts
 *   hidraw0/uevent               HID_ID, HID_NAME, HID_UNIQ as the kernel writes them
 *   hidraw0/report_descriptor    bytes of the descriptor
 *   hidraw0/node                 what is opened to speak with the device; there is no such file
 *
 * Without that variable there are no devices.
 */
#ifndef SWITCHHOOK_HID_RIG_H
#define SWITCHHOOK_HID_RIG_H

#include <limits.h>
#include <stdbool.h>

/* What is said before a connection is used, both ways, and each change of devices: text, filled up with zeros. */
enum { record_size = 64 };

/* The folder of the devices, or NULL. */
const char *rig_folder(void);

/* Connects to the test, says this and waits for its answer; -1 when there is none. The caller closes it. */
int rig_connect(const char *says, char answer[record_size]);

/* Whether the path is the node of a device; writes its name. */
bool rig_node_name(const char *path, char name[NAME_MAX]);

/* Reads or writes all of it, whatever the kernel takes at once; false at the end of the stream. */
bool rig_read_all(int socket, void *bytes, unsigned long count);
bool rig_write_all(int socket, const void *bytes, unsigned long count);

#endif
