/* may_setgroups: CAP_SETGID, and setgroups not denied in the user namespace. */
#include "operation.h"
#include <grp.h>

struct answer try_setgroups_call(char *const arguments[]) {
  gid_t group = 12345;
  return said("setgroups", setgroups(1, &group));
}
