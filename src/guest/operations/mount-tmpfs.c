/* may_mount: CAP_SYS_ADMIN in the mount namespace's user namespace. Undone at once. */
#include "operation.h"
#include <sys/mount.h>

struct answer try_mount_tmpfs(char *const arguments[]) {
  struct answer answer = said("mount", mount("tmpfs", SCRATCH_DIRECTORY, "tmpfs", 0, ""));
  if (answer.result[0] == 'o') umount2(SCRATCH_DIRECTORY, MNT_DETACH);
  return answer;
}
