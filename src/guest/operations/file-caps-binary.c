/*
 * bprm_caps_from_vfs_caps: with the effective bit and a capability missing in the bounding set execve itself is EPERM; under
 * no_new_privs the program runs without what its file says (cap_bprm_creds_from_file).
 */
#include "operation.h"

struct answer try_file_caps_binary(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  struct report report = send_program(arguments[0], "raw-socket", NULL);
  if (!report.executed) return refused("execve", report.error);
  if (report.error == 0) return said("socket", 0);
  return report.holds_net_raw ? refused("socket", report.error) : ineffective("execve");
}
