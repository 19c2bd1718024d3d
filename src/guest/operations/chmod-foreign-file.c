/* setattr_prepare: inode_owner_or_capable, so the owner or CAP_FOWNER. The mode stays what it was. */
#include "operation.h"
#include <fcntl.h>
#include <sys/stat.h>

struct answer try_chmod_foreign_file(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  char path[PATH_MAX];
  struct stat now;
  foreign_file(path, arguments[0], "foreign");
  if (stat(path, &now) != 0) return said("stat", -1);
  return said("fchmodat", fchmodat(AT_FDCWD, path, now.st_mode & 07777, 0));
}
