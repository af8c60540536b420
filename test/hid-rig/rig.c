#include "rig.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static const char node_ending[] = "/node";

const char *rig_folder(void) {
  return getenv("SWITCHHOOK_HID_RIG");
}

int rig_connect(const char *says, char answer[record_size]) {
  const char *folder = rig_folder();
  if (folder == NULL) return -1;
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  int length = snprintf(address.sun_path, sizeof address.sun_path, "%s/server", folder);
  if (length < 0 || (size_t)length >= sizeof address.sun_path) return -1;
  int connection = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (connection < 0) return -1;
  char said[record_size] = "";
  snprintf(said, sizeof said, "%s", says);
  if (connect(connection, (struct sockaddr *)&address, sizeof address) == 0 &&
      rig_write_all(connection, said, sizeof said) && rig_read_all(connection, answer, record_size)) {
    answer[record_size - 1] = '\0';
    return connection;
  }
  close(connection);
  return -1;
}

bool rig_node_name(const char *path, char name[NAME_MAX]) {
  const char *folder = rig_folder();
  if (folder == NULL || path == NULL) return false;
  size_t start = strlen(folder);
  if (strncmp(path, folder, start) != 0 || path[start] != '/') return false;
  const char *rest = path + start + 1;
  const char *ending = strchr(rest, '/');
  if (ending == NULL || strcmp(ending, node_ending) != 0 || ending - rest >= NAME_MAX) return false;
  memcpy(name, rest, ending - rest);
  name[ending - rest] = '\0';
  return true;
}

bool rig_read_all(int socket, void *bytes, unsigned long count) {
  for (char *at = bytes; count > 0;) {
    ssize_t got = read(socket, at, count);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    at += got;
    count -= got;
  }
  return true;
}

bool rig_write_all(int socket, const void *bytes, unsigned long count) {
  for (const char *at = bytes; count > 0;) {
    ssize_t taken = send(socket, at, count, MSG_NOSIGNAL);
    if (taken < 0 && errno == EINTR) continue;
    if (taken <= 0) return false;
    at += taken;
    count -= taken;
  }
  return true;
}
