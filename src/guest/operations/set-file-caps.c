/* cap_convert_nscap: CAP_SETFCAP over the inode; in a user namespace the kernel stores a namespaced (v3) capability. */
#include "operation.h"
#include <linux/capability.h>
#include <sys/xattr.h>
#include <unistd.h>

struct answer try_set_file_caps(char *const arguments[]) {
  char path[PATH_MAX];
  int file = own_file(path, arguments[0] ? arguments[0] : SCRATCH_DIRECTORY);
  if (file < 0) return said("openat", file);
  struct vfs_cap_data capability = {.magic_etc = VFS_CAP_REVISION_2, .data = {{.permitted = 1U << CAP_NET_RAW}}};
  struct answer answer = said("fsetxattr", fsetxattr(file, "security.capability", &capability, sizeof capability, 0));
  unlink(path);
  return answer;
}
