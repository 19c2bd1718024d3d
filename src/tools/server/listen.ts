import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Wish {
  readonly host: string;
  /** 0 asks the kernel for any free port. */
  readonly port: number;
  /** How many further ports to try where the one before is taken. */
  readonly tries: number;
}

/** Listens on the wished port, or on the next free one, and answers the server with the port it got. */
export async function listen(listener: RequestListener, wish: Wish): Promise<{ server: Server; port: number }> {
  for (let port = wish.port; ; port += 1) {
    const server = createServer(listener);
    const problem = await startsOn(server, { ...wish, port });
    if (problem === null) return { server, port: (server.address() as AddressInfo).port };
    if (problem.code !== 'EADDRINUSE' || port >= wish.port + wish.tries) throw problem;
  }
}

function startsOn(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.off('error', resolve);
      resolve(null);
    });
  });
}
