/* packet_create: ns_capable(net->user_ns, CAP_NET_RAW). Protocol 0 receives nothing. */
#include "operation.h"
#include <sys/socket.h>

struct answer try_packet_socket(char *const arguments[]) {
  return said("socket", socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, 0));
}
