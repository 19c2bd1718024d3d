/*
 * Opens for writing, making the file and the folders above it where they are not there, and takes away again what it made.
 * open_last_lookups remembers EROFS and says it for a new file before the directory's mode is asked; for an existing file
 * the mode answers first.
 */
#include "operation.h"
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Makes the missing folders above `path` and counts them; where one cannot be made, `path` ends there. */
static int make_folders(char *path, int *made) {
  for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
    struct stat folder;
    *slash = '\0';
    bool missing = lstat(path, &folder) != 0;
    if (missing && mkdirat(AT_FDCWD, path, 0755) != 0) return -1;
    *made += missing;
    *slash = '/';
  }
  return 0;
}

static void remove_folders(char *path, int made) {
  for (; made > 0; made--) {
    *strrchr(path, '/') = '\0';
    rmdir(path);
  }
}

struct answer try_write_path(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  char path[PATH_MAX];
  struct stat before;
  int made = 0;
  snprintf(path, sizeof path, "%s", arguments[0]);
  struct answer answer = said("mkdirat", make_folders(path, &made));
  if (answer.result[0] == 'o') {
    bool existed = lstat(path, &before) == 0;
    answer = said("openat", openat(AT_FDCWD, path, O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
    if (!existed) unlink(path);
  }
  remove_folders(path, made);
  return answer;
}
