/* A control: the kubelet makes an emptyDir with mode 0777. */
#include "operation.h"
#include <unistd.h>

struct answer try_write_emptydir(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  char path[PATH_MAX];
  int file = own_file(path, arguments[0]);
  struct answer answer = said("openat", file);
  if (file >= 0) unlink(path);
  return answer;
}
