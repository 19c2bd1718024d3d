/* The program opens a foreign 0600 file: setuid honoured, then CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH or a group of the caller. */
#include "operation.h"

struct answer try_setuid_binary_read(char *const arguments[]) {
  if (!arguments[0] || !arguments[1]) return nothing_to_try();
  char path[PATH_MAX];
  file_foreign_to_root(path, arguments[1], "secret");
  return program_said(send_program(arguments[0], "read", path), "openat");
}
