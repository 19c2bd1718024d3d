/* rtnetlink_rcv_msg: netlink_net_capable(skb, CAP_NET_ADMIN) before the message is read. No such index: ENODEV is past it. */
#include "operation.h"
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>

struct answer try_netlink_link_set(char *const arguments[]) {
  struct { struct nlmsghdr header; struct ifinfomsg link; } ask = {
    .header = {.nlmsg_len = sizeof ask, .nlmsg_type = RTM_NEWLINK, .nlmsg_flags = NLM_F_REQUEST | NLM_F_ACK},
    .link = {.ifi_family = AF_UNSPEC, .ifi_index = INT_MAX},
  };
  struct { struct nlmsghdr header; struct nlmsgerr told; char rest[256]; } reply = {0};
  int descriptor = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
  if (descriptor < 0) return said("socket", descriptor);
  if (send(descriptor, &ask, sizeof ask, 0) < 0) return said("sendto", -1);
  if (recv(descriptor, &reply, sizeof reply, 0) < 0) return said("recvfrom", -1);
  if (reply.header.nlmsg_type != NLMSG_ERROR || reply.told.error == 0 || reply.told.error == -ENODEV) return said("sendto", 0);
  return refused("sendto", -reply.told.error);
}
