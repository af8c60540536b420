/* Which devices are there, and which come and go. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "udev.h"

/* A folder of a device begins with this. */
static const char device_prefix[] = "hidraw";

struct udev_list_entry {
  struct udev_list_entry *next;
  char path[PATH_MAX];
};

struct udev_enumerate {
  bool wants_us;
  bool filtered;
  struct udev_list_entry *first;
};

struct udev_monitor {
  int socket;
  bool wants_us;
  bool filtered;
};

/* Which devices are there */

struct udev_enumerate *udev_enumerate_new(struct udev *udev) {
  (void)udev;
  return calloc(1, sizeof(struct udev_enumerate));
}

int udev_enumerate_add_match_subsystem(struct udev_enumerate *all, const char *kind) {
  all->filtered = true;
  all->wants_us |= strcmp(kind, rig_subsystem) == 0;
  return 0;
}

int udev_enumerate_scan_devices(struct udev_enumerate *all) {
  const char *path = rig_folder();
  DIR *folder = path == NULL || (all->filtered && !all->wants_us) ? NULL : opendir(path);
  if (folder == NULL) return 0;
  for (struct dirent *found = readdir(folder); found != NULL; found = readdir(folder)) {
    if (strncmp(found->d_name, device_prefix, strlen(device_prefix)) != 0) continue;
    struct udev_list_entry *entry = calloc(1, sizeof *entry);
    if (entry == NULL) break;
    snprintf(entry->path, sizeof entry->path, "%s/%s/hidraw", path, found->d_name);
    entry->next = all->first;
    all->first = entry;
  }
  closedir(folder);
  return 0;
}

struct udev_list_entry *udev_enumerate_get_list_entry(struct udev_enumerate *all) {
  return all->first;
}

struct udev_enumerate *udev_enumerate_unref(struct udev_enumerate *all) {
  while (all != NULL && all->first != NULL) {
    struct udev_list_entry *entry = all->first;
    all->first = entry->next;
    free(entry);
  }
  free(all);
  return NULL;
}

struct udev_list_entry *udev_list_entry_get_next(struct udev_list_entry *entry) {
  return entry->next;
}

const char *udev_list_entry_get_name(struct udev_list_entry *entry) {
  return entry->path;
}

/* Which come and go */

struct udev_monitor *udev_monitor_new_from_netlink(struct udev *udev, const char *name) {
  (void)udev, (void)name;
  struct udev_monitor *monitor = calloc(1, sizeof *monitor);
  if (monitor != NULL) monitor->socket = -1;
  return monitor;
}

int udev_monitor_filter_add_match_subsystem_devtype(struct udev_monitor *monitor, const char *kind, const char *type) {
  (void)type;
  monitor->filtered = true;
  monitor->wants_us |= strcmp(kind, rig_subsystem) == 0;
  return 0;
}

/* The test has answered when this returns, so that nothing is missed between the listing of devices and the first change. */
int udev_monitor_enable_receiving(struct udev_monitor *monitor) {
  char answer[record_size];
  if (!monitor->filtered || monitor->wants_us) monitor->socket = rig_connect("monitor", answer);
  if (monitor->socket < 0) monitor->socket = eventfd(0, EFD_CLOEXEC);
  return monitor->socket < 0 ? -1 : 0;
}

int udev_monitor_get_fd(struct udev_monitor *monitor) {
  return monitor->socket;
}

struct udev_device *udev_monitor_receive_device(struct udev_monitor *monitor) {
  char record[record_size];
  if (!rig_read_all(monitor->socket, record, sizeof record)) {
    /* The test is over. What is always readable would be asked for ever. */
    int silence = eventfd(0, EFD_CLOEXEC);
    dup3(silence, monitor->socket, O_CLOEXEC);
    close(silence);
    return NULL;
  }
  record[record_size - 1] = '\0';
  char *name = strchr(record, ' ');
  if (name == NULL) return NULL;
  *name = '\0';
  return rig_describe(name + 1, record);
}

struct udev_monitor *udev_monitor_unref(struct udev_monitor *monitor) {
  if (monitor != NULL && monitor->socket >= 0) close(monitor->socket);
  free(monitor);
  return NULL;
}
