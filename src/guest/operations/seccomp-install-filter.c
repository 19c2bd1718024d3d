/* seccomp_prepare_filter: EACCES unless no_new_privs is set or the caller has CAP_SYS_ADMIN in its user namespace. */
#include "operation.h"
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

struct answer try_seccomp_install_filter(char *const arguments[]) {
  struct sock_filter allow = {.code = BPF_RET | BPF_K, .k = SECCOMP_RET_ALLOW};
  struct sock_fprog program = {.len = 1, .filter = &allow};
  return said("seccomp", syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program));
}
