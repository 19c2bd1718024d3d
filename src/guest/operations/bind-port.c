/* inet_csk_get_port is reached only past the check in __inet_bind: port < ip_unprivileged_port_start asks for CAP_NET_BIND_SERVICE. */
#include "operation.h"
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>

struct answer try_bind_port(char *const arguments[]) {
  if (!arguments[0]) return nothing_to_try();
  int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) return said("socket", descriptor);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(arguments[0]))};
  return said("bind", bind(descriptor, (struct sockaddr *)&address, sizeof address));
}
