#include "operation.h"
#include <stdio.h>

static const struct { int error; const char *name; } names[] = {
  {EPERM, "EPERM"}, {ENOENT, "ENOENT"}, {ESRCH, "ESRCH"}, {EACCES, "EACCES"}, {EEXIST, "EEXIST"}, {ENODEV, "ENODEV"},
  {ENOTDIR, "ENOTDIR"}, {EISDIR, "EISDIR"}, {EINVAL, "EINVAL"}, {EROFS, "EROFS"}, {ENOSYS, "ENOSYS"},
  {EAFNOSUPPORT, "EAFNOSUPPORT"}, {EADDRINUSE, "EADDRINUSE"}, {EOPNOTSUPP, "EOPNOTSUPP"}, {ENOEXEC, "ENOEXEC"},
};

struct answer refused(const char *call, int error) {
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (names[i].error == error) return (struct answer){names[i].name, call};
  static char number[16];
  snprintf(number, sizeof number, "errno %d", error);
  return (struct answer){number, call};
}

struct answer said(const char *call, long returned) {
  return returned >= 0 ? (struct answer){"ok", call} : refused(call, errno);
}

struct answer ineffective(const char *call) { return (struct answer){"ineffective", call}; }

struct answer nothing_to_try(void) { return (struct answer){"n/a", ""}; }
