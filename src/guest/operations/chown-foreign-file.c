/* chown_ok (fs/attr.c): another's file asks for CAP_CHOWN over the inode. Gives it back. */
#include "operation.h"
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

struct answer try_chown_foreign_file(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  char path[PATH_MAX];
  struct stat before;
  foreign_file(path, arguments[0], "foreign");
  if (stat(path, &before) != 0) return said("stat", -1);
  struct answer answer = said("fchownat", fchownat(AT_FDCWD, path, geteuid(), (gid_t)-1, 0));
  (void)!fchownat(AT_FDCWD, path, before.st_uid, (gid_t)-1, 0);
  return answer;
}
