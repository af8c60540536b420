/*
 * The part of libudev that Chromium calls, with its names and meanings:
 * https://www.freedesktop.org/software/systemd/man/latest/libudev.html
 */
#ifndef SWITCHHOOK_UDEV_H
#define SWITCHHOOK_UDEV_H

#include "rig.h"

struct udev;
struct udev_device;

/* The only kind of device that there is. */
extern const char rig_subsystem[];

/* What is known of the device by its name, such as hidraw0; of one that is gone, its names only. */
struct udev_device *rig_describe(const char *name, const char *action);

#endif
