/* handle_privileged_root: a setuid-root program is permitted exactly the bounding set. */
#include "operation.h"

struct answer try_setuid_binary_raw_socket(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  return program_said(send_program(arguments[0], "raw-socket", NULL), "socket");
}
