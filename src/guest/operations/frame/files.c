#include "operation.h"
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static void file_of_neither(char path[PATH_MAX], const char *directory, const char *stem, uid_t other) {
  struct stat first;
  snprintf(path, PATH_MAX, "%s/%s-a", directory, stem);
  if (lstat(path, &first) != 0 || (first.st_uid != geteuid() && first.st_uid != other)) return;
  snprintf(path, PATH_MAX, "%s/%s-b", directory, stem);
}

void foreign_file(char path[PATH_MAX], const char *directory, const char *stem) {
  file_of_neither(path, directory, stem, geteuid());
}

void file_foreign_to_root(char path[PATH_MAX], const char *directory, const char *stem) {
  file_of_neither(path, directory, stem, 0);
}

int own_file(char path[PATH_MAX], const char *directory) {
  snprintf(path, PATH_MAX, "%s/.bulkhead-%d", directory, getpid());
  return openat(AT_FDCWD, path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}
