/* __sys_setresuid: an id outside the user namespace is EINVAL, then CAP_SETUID for a foreign one. */
#include "operation.h"
#include <unistd.h>

struct answer try_setuid_call(char *const arguments[]) { return said("setresuid", setresuid(12345, 12345, 12345)); }
