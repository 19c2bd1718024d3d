import { AF_NETLINK } from '../facts/socket-families.ts';
import { linux } from '../facts/sources.ts';
import type { Operation } from '../model/operation.ts';
import type { Requirement } from '../model/requirement.ts';
import { holds, syscall } from './questions/requirements.ts';

const cite = linux('net/core/rtnetlink.c', 'rtnetlink_rcv_msg');

const asked: readonly Requirement[] = [
  syscall('socket', AF_NETLINK),
  syscall('sendmsg'),
  holds('CAP_NET_ADMIN', { owner: 'network', cite }),
];

/** RTM_NEWLINK as `ip link set` sends it: "if (kind != RTNL_KIND_GET && !netlink_net_capable(skb, CAP_NET_ADMIN)) return -EPERM" (net/core/rtnetlink.c). */
export const netlinkLinkSet: Operation = {
  id: 'netlink-link-set',
  parameters: {},
  requirements: () => asked,
};
