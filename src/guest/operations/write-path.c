/*
 * Opens for writing, creating the file where it is not there. open_last_lookups remembers EROFS and says it for a new file
 * before the directory's mode is asked; for an existing file the mode answers first.
 */
#include "operation.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

struct answer try_write_path(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  struct stat before;
  bool existed = lstat(arguments[0], &before) == 0;
  struct answer answer = said("openat", openat(AT_FDCWD, arguments[0], O_WRONLY | O_CREAT | O_CLOEXEC, 0644));
  if (!existed) unlink(arguments[0]);
  return answer;
}
