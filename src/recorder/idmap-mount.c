/*
 * idmap-mount DIRECTORY START SIZE: lays an id-mapped mount of DIRECTORY over itself. Ids 0 to SIZE-1 on the disk become
 * START and up for whoever looks (mount_setattr(2), "ID-mapped mounts").
 *
 * runc before 1.2 and crun before 1.9 cannot do this for the volumes of a pod with a user namespace; containerd's newer
 * ones can. So it is done before they run, and the recording says so.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void stop(const char *what) {
  fprintf(stderr, "idmap-mount: %s: %s\n", what, strerror(errno));
  exit(1);
}

static void write_map(pid_t process, const char *name, const char *map) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/%s", process, name);
  int file = open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0 || write(file, map, strlen(map)) < 0) stop(path);
  close(file);
}

/* A user namespace lives as long as a process or a descriptor holds it: the child until we have the descriptor. */
static int user_namespace(const char *map) {
  pid_t child = (pid_t)syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, 0, 0, 0, 0);
  if (child < 0) stop("clone");
  if (child == 0) {
    pause();
    _exit(0);
  }
  write_map(child, "uid_map", map);
  write_map(child, "gid_map", map);
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/ns/user", child);
  int namespace = open(path, O_RDONLY | O_CLOEXEC);
  if (namespace < 0) stop(path);
  kill(child, SIGKILL);
  waitpid(child, NULL, 0);
  return namespace;
}

int main(int count, char *words[]) {
  if (count != 4) return fputs("usage: idmap-mount DIRECTORY START SIZE\n", stderr), 2;
  char map[64];
  snprintf(map, sizeof map, "0 %s %s\n", words[2], words[3]);
  struct mount_attr attributes = {.attr_set = MOUNT_ATTR_IDMAP, .userns_fd = (unsigned long)user_namespace(map)};
  int tree = (int)syscall(SYS_open_tree, AT_FDCWD, words[1], OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC);
  if (tree < 0) stop("open_tree");
  if (syscall(SYS_mount_setattr, tree, "", AT_EMPTY_PATH, &attributes, sizeof attributes) < 0) stop("mount_setattr");
  if (syscall(SYS_move_mount, tree, "", AT_FDCWD, words[1], MOVE_MOUNT_F_EMPTY_PATH) < 0) stop("move_mount");
  return 0;
}
