/* generic_permission: neither owner nor group, so CAP_DAC_OVERRIDE or CAP_DAC_READ_SEARCH over the inode. */
#include "operation.h"
#include <fcntl.h>

struct answer try_read_foreign_0600(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  char path[PATH_MAX];
  foreign_file(path, arguments[0], "secret");
  return said("openat", openat(AT_FDCWD, path, O_RDONLY | O_CLOEXEC));
}
