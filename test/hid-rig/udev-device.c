/* One device, as libudev tells of it. */
#define _GNU_SOURCE
#include "udev.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct udev {
  int users;
};

/* A hidraw device, or its parent, which is what the kernel's HID layer knows of it. */
struct udev_device {
  struct udev_device *parent;
  char action[record_size];
  char path[PATH_MAX];
  char node[PATH_MAX];
  char uevent[4096];
  char value[256];
};

const char rig_subsystem[] = "hidraw";

/* The context */

struct udev *udev_new(void) {
  struct udev *udev = calloc(1, sizeof *udev);
  if (udev != NULL) udev->users = 1;
  return udev;
}

struct udev *udev_ref(struct udev *udev) {
  udev->users += 1;
  return udev;
}

struct udev *udev_unref(struct udev *udev) {
  if (udev != NULL && --udev->users == 0) free(udev);
  return NULL;
}

/* Devices */

struct udev_device *rig_describe(const char *name, const char *action) {
  const char *folder = rig_folder();
  struct udev_device *device = calloc(1, sizeof *device);
  struct udev_device *parent = calloc(1, sizeof *parent);
  if (folder == NULL || device == NULL || parent == NULL) {
    free(device);
    free(parent);
    return NULL;
  }
  snprintf(parent->path, sizeof parent->path, "%s/%s", folder, name);
  snprintf(device->path, sizeof device->path, "%s/%s/hidraw", folder, name);
  snprintf(device->node, sizeof device->node, "%s/%s/node", folder, name);
  snprintf(device->action, sizeof device->action, "%s", action);
  device->parent = parent;
  char uevent[PATH_MAX];
  snprintf(uevent, sizeof uevent, "%s/%s/uevent", folder, name);
  FILE *file = fopen(uevent, "re");
  if (file != NULL) {
    size_t length = fread(parent->uevent, 1, sizeof parent->uevent - 1, file);
    parent->uevent[length] = '\0';
    fclose(file);
  }
  return device;
}

struct udev_device *udev_device_new_from_syspath(struct udev *udev, const char *path) {
  (void)udev;
  char parent[PATH_MAX];
  snprintf(parent, sizeof parent, "%s", path);
  char *ending = strrchr(parent, '/');
  if (ending == NULL || strcmp(ending, "/hidraw") != 0) return NULL;
  *ending = '\0';
  const char *name = strrchr(parent, '/');
  return name == NULL ? NULL : rig_describe(name + 1, "");
}

struct udev_device *udev_device_new_from_devnum(struct udev *udev, char type, unsigned long number) {
  (void)udev, (void)type, (void)number;
  return NULL;
}

struct udev_device *udev_device_new_from_subsystem_sysname(struct udev *udev, const char *kind, const char *name) {
  (void)udev, (void)kind, (void)name;
  return NULL;
}

struct udev_device *udev_device_unref(struct udev_device *device) {
  if (device != NULL) free(device->parent);
  free(device);
  return NULL;
}

/* The device owns its parent, which is not to be given back. */
struct udev_device *udev_device_get_parent(struct udev_device *device) {
  return device->parent;
}

struct udev_device *udev_device_get_parent_with_subsystem_devtype(struct udev_device *device, const char *kind,
                                                                  const char *type) {
  (void)type;
  return kind != NULL && strcmp(kind, "hid") == 0 ? device->parent : NULL;
}

const char *udev_device_get_action(struct udev_device *device) {
  return device->action[0] == '\0' ? NULL : device->action;
}

const char *udev_device_get_devnode(struct udev_device *device) {
  return device->node[0] == '\0' ? NULL : device->node;
}

const char *udev_device_get_devtype(struct udev_device *device) {
  (void)device;
  return NULL;
}

const char *udev_device_get_subsystem(struct udev_device *device) {
  return device->parent == NULL ? "hid" : rig_subsystem;
}

const char *udev_device_get_syspath(struct udev_device *device) {
  return device->path;
}

const char *udev_device_get_sysname(struct udev_device *device) {
  return strrchr(device->path, '/') + 1;
}

const char *udev_device_get_sysattr_value(struct udev_device *device, const char *name) {
  (void)device, (void)name;
  return NULL;
}

/* The value stays good until the next one is asked for, as Chromium copies each. */
const char *udev_device_get_property_value(struct udev_device *device, const char *name) {
  size_t length = strlen(name);
  for (const char *line = device->uevent; line != NULL && *line != '\0';) {
    const char *end = strchrnul(line, '\n');
    if (strncmp(line, name, length) == 0 && line[length] == '=') {
      const char *value = line + length + 1;
      snprintf(device->value, sizeof device->value, "%.*s", (int)(end - value), value);
      return device->value;
    }
    line = *end == '\0' ? NULL : end + 1;
  }
  return NULL;
}

struct udev_list_entry *udev_device_get_properties_list_entry(struct udev_device *device) {
  (void)device;
  return NULL;
}
