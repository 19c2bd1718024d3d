/* vfs_mknod: capable(CAP_MKNOD) of the initial user namespace; the device is /dev/null's. */
#include "operation.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

struct answer try_mknod_char(char *const arguments[]) {
  char path[PATH_MAX];
  snprintf(path, sizeof path, "%s/.bulkhead-%d", SCRATCH_DIRECTORY, getpid());
  struct answer answer = said("mknodat", mknodat(AT_FDCWD, path, S_IFCHR | 0600, makedev(1, 3)));
  unlink(path);
  return answer;
}
