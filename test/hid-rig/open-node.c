/*
 * What opens a device's node gets one end of a pair of sockets on which a packet is a report, as a read of the kernel's
 * node is one. A thread carries the reports between the other end and the test: two bytes of length, the lower first,
 * then the report.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "rig.h"

enum { longest_report = 0xffff, header_size = 2 };

struct relay {
  int chromium;
  int test;
};

static bool carry_to_chromium(const struct relay *relay, unsigned char *frame) {
  if (!rig_read_all(relay->test, frame, header_size)) return false;
  size_t length = frame[0] | frame[1] << 8;
  if (!rig_read_all(relay->test, frame, length)) return false;
  return send(relay->chromium, frame, length, MSG_NOSIGNAL) >= 0;
}

static bool carry_to_test(const struct relay *relay, unsigned char *frame) {
  ssize_t length = recv(relay->chromium, frame + header_size, longest_report, 0);
  if (length <= 0) return false;
  frame[0] = length & 0xff;
  frame[1] = length >> 8;
  return rig_write_all(relay->test, frame, header_size + length);
}

/*
 * A device that was pulled out takes no more reports, but its node does not end by itself: the kernel says an error then,
 * and a socket's end would be read as reports of no length without an end.
 */
static void wait_until_closed(int chromium) {
  shutdown(chromium, SHUT_RD);
  struct pollfd closed = {.fd = chromium, .events = 0};
  while (poll(&closed, 1, -1) < 0 && errno == EINTR) continue;
}

static void *run_relay(void *given) {
  struct relay *relay = given;
  unsigned char *frame = malloc(header_size + longest_report);
  struct pollfd ends[] = {{.fd = relay->chromium, .events = POLLIN}, {.fd = relay->test, .events = POLLIN}};
  while (frame != NULL) {
    if (poll(ends, 2, -1) < 0 && errno != EINTR) break;
    if (ends[0].revents != 0 && !carry_to_test(relay, frame)) break;
    if (ends[1].revents != 0 && !carry_to_chromium(relay, frame)) {
      wait_until_closed(relay->chromium);
      break;
    }
  }
  close(relay->chromium);
  close(relay->test);
  free(frame);
  free(relay);
  return NULL;
}

static int fail(int error) {
  errno = error;
  return -1;
}

static int open_node(const char *name) {
  char says[NAME_MAX + sizeof "open "];
  char answer[record_size];
  snprintf(says, sizeof says, "open %s", name);
  int test = rig_connect(says, answer);
  if (test < 0) return fail(ENOENT);
  int ends[2];
  pthread_t thread;
  struct relay *relay = malloc(sizeof *relay);
  if (strcmp(answer, "opened") != 0 || relay == NULL ||
      socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
    close(test);
    free(relay);
    return fail(strcmp(answer, "denied") == 0 ? EACCES : ENODEV);
  }
  *relay = (struct relay){.chromium = ends[1], .test = test};
  if (pthread_create(&thread, NULL, run_relay, relay) != 0) {
    close(ends[0]), close(ends[1]), close(test);
    free(relay);
    return fail(EMFILE);
  }
  pthread_detach(thread);
  return ends[0];
}

static int open_any(int folder, const char *path, int flags, mode_t mode) {
  char name[NAME_MAX];
  if (rig_node_name(path, name)) return open_node(name);
  return syscall(SYS_openat, folder, path, flags, mode);
}

/* All names by which a program opens a file; the last argument is there when a file may be made. */
#define DEFINE_OPEN(NAME)                                  \
  int NAME(const char *path, int flags, ...) {             \
    va_list rest;                                          \
    va_start(rest, flags);                                 \
    bool makes = (flags & O_CREAT) != 0 ||                 \
                 (flags & O_TMPFILE) == O_TMPFILE;         \
    mode_t mode = makes ? va_arg(rest, mode_t) : 0;        \
    va_end(rest);                                          \
    return open_any(AT_FDCWD, path, flags, mode);          \
  }

DEFINE_OPEN(open)
DEFINE_OPEN(open64)
