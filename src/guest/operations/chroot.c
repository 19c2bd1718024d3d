/* ksys_chroot: CAP_SYS_CHROOT in the caller's user namespace. To the root it has. */
#include "operation.h"
#include <unistd.h>

struct answer try_chroot(char *const arguments[]) { return said("chroot", chroot("/")); }
