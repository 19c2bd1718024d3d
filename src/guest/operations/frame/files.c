#include "operation.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

void foreign_file(char path[PATH_MAX], const char *directory, const char *stem) {
  struct stat first;
  snprintf(path, PATH_MAX, "%s/%s-a", directory, stem);
  if (lstat(path, &first) == 0 && first.st_uid == geteuid()) snprintf(path, PATH_MAX, "%s/%s-b", directory, stem);
}

int own_file(char path[PATH_MAX], const char *directory) {
  snprintf(path, PATH_MAX, "%s/.bulkhead-%d", directory, getpid());
  return openat(AT_FDCWD, path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}
