/**
 * Families and types of sockets by the names of apparmor_parser. Source: apparmor 3.0, parser/network.c; each name was tried
 * on 3.0.8, which knows every family of Linux 6.1.
 */

/** In the kernel's order: the index is the number (include/linux/socket.h). Holes are families that were never named. */
// prettier-ignore
export const families: readonly string[] = [
  'unspec', 'unix', 'inet', 'ax25', 'ipx', 'appletalk', 'netrom', 'bridge', 'atmpvc', 'x25', 'inet6', 'rose', '',
  'netbeui', 'security', 'key', 'netlink', 'packet', 'ash', 'econet', 'atmsvc', 'rds', 'sna', 'irda', 'pppox', 'wanpipe',
  'llc', 'ib', 'mpls', 'can', 'tipc', 'bluetooth', 'iucv', 'rxrpc', 'isdn', 'phonet', 'ieee802154', 'caif', 'alg', 'nfc',
  'vsock', 'kcm', 'qipcrtr', 'smc', 'xdp', 'mctp',
];

/** By number: SOCK_STREAM is 1. */
export const socketTypes: Readonly<Record<string, number>> = {
  stream: 1,
  dgram: 2,
  raw: 3,
  rdm: 4,
  seqpacket: 5,
  packet: 10,
};

/** What a word of a protocol stands for: the type only, so SCTP passes where `tcp` does. */
const protocols: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  inet: { tcp: 'stream', udp: 'dgram', icmp: 'raw' },
  inet6: { tcp: 'stream', udp: 'dgram' },
};

export function isFamily(word: string): boolean {
  return word !== '' && families.includes(word);
}

/** Answers the type that a word means in a family, null where it means none there. */
export function typeIn(family: string, word: string): string | null {
  if (Object.hasOwn(socketTypes, word)) return word;
  return Object.hasOwn(protocols, family) ? (protocols[family]?.[word] ?? null) : null;
}

/** Answers family and type of every kind of socket that the words of a rule mean; none: the parser refuses them. */
export function socketsOf(
  words: readonly string[],
): readonly { readonly family: string | null; readonly type: string | null }[] {
  const [first, second] = words;
  if (first === undefined) return [{ family: null, type: null }];
  if (second !== undefined) {
    const type = isFamily(first) ? typeIn(first, second) : null;
    return type === null ? [] : [{ family: first, type }];
  }
  // `packet` is a family and a type; the parser looks for a family first.
  if (isFamily(first)) return [{ family: first, type: null }];
  if (Object.hasOwn(socketTypes, first)) return [{ family: null, type: first }];
  return Object.keys(protocols).flatMap((family) => {
    const type = typeIn(family, first);
    return type === null ? [] : [{ family, type }];
  });
}
