/** Address families of socket(2) that operations ask for. Source: Linux v6.18, include/linux/socket.h. Checked 2026-11-28. */
export const AF_INET = 2;
export const AF_NETLINK = 16;
export const AF_PACKET = 17;
