/* chown_ok: giving a file away asks for CAP_CHOWN even of its owner. */
#include "operation.h"
#include <unistd.h>

struct answer try_chown_own_file(char *const arguments[]) {
  char path[PATH_MAX];
  int file = own_file(path, arguments[0] ? arguments[0] : SCRATCH_DIRECTORY);
  if (file < 0) return said("openat", file);
  uid_t somebody_else = geteuid() == 12345 ? 12346 : 12345;
  struct answer answer = said("fchown", fchown(file, somebody_else, (gid_t)-1));
  unlink(path);
  return answer;
}
