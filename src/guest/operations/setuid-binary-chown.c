/* The program takes a foreign file: setuid honoured, then CAP_CHOWN from the bounding set. */
#include "operation.h"

struct answer try_setuid_binary_chown(char *const arguments[]) {
  if (!arguments[0] || !arguments[1]) return nothing_to_try();
  char path[PATH_MAX];
  file_foreign_to_root(path, arguments[1], "foreign");
  return program_said(send_program(arguments[0], "chown", path), "fchownat");
}
