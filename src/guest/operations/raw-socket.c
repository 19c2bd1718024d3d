/* inet_create: ns_capable(net->user_ns, CAP_NET_RAW) for SOCK_RAW. */
#include "operation.h"
#include <netinet/in.h>
#include <sys/socket.h>

struct answer try_raw_socket(char *const arguments[]) {
  return said("socket", socket(AF_INET, SOCK_RAW | SOCK_CLOEXEC, IPPROTO_ICMP));
}
