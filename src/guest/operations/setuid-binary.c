/* bprm_fill_uid: the setuid bit counts unless no_new_privs is set or the mount is nosuid. */
#include "operation.h"

struct answer try_setuid_binary(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  struct report report = send_program(arguments[0], "identity", NULL);
  if (!report.executed) return refused("execve", report.error);
  return report.euid == 0 ? said("execve", 0) : ineffective("execve");
}
