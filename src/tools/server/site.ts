import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { locate } from './locate.ts';
import { productionHeaders } from './production-headers.ts';
import { encodingFor, representations } from './represent.ts';

export interface Site {
  /** The folder that `astro build` wrote. */
  readonly root: string;
  /** Where the site is mounted, with a slash at both ends: `/` or `/train/lab/`. */
  readonly base: string;
}

/** Answers a listener that serves a built site as a host in production would. */
export function serveSite({ root, base }: Site): RequestListener {
  const representation = representations();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return endWith(response, { status: 405, allow: 'GET, HEAD' });
    }
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    if (!path.startsWith(base) && (path === '/' || `${path}/` === base))
      return endWith(response, { status: 302, location: base });
    if (!path.startsWith(base)) return sendMissing(request, response);

    const located = await locate(root, path.slice(base.length - 1));
    switch (located.is) {
      case 'file':
        return send(request, response, { file: located.file, status: 200 });
      case 'folder':
        return endWith(response, { status: 301, location: `${path}/${query === undefined ? '' : `?${query}`}` });
      case 'malformed':
        return endWith(response, { status: 400 });
      case 'missing':
        return sendMissing(request, response);
    }
  }

  async function sendMissing(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const page = await locate(root, '/404.html');
    if (page.is !== 'file') return endWith(response, { status: 404 });
    return send(request, response, { file: page.file, status: 404 });
  }

  async function send(request: IncomingMessage, response: ServerResponse, what: { file: string; status: number }) {
    const sent = await representation(
      what.file,
      encodingFor(what.file, request.headers['accept-encoding']?.toString()),
    );
    response.setHeader('cache-control', cachingOf(join('/', what.file.slice(root.length))));
    response.setHeader('etag', sent.etag);
    response.setHeader('vary', 'accept-encoding');
    if (what.status === 200 && matches(request.headers['if-none-match'], sent.etag)) {
      return endWith(response, { status: 304 });
    }
    response.setHeader('content-type', sent.type);
    response.setHeader('content-length', sent.body.length);
    if (sent.encoding !== 'identity') response.setHeader('content-encoding', sent.encoding);
    response.writeHead(what.status);
    response.end(request.method === 'HEAD' ? undefined : sent.body);
  }

  return (request, response) => {
    for (const [name, value] of Object.entries(productionHeaders)) response.setHeader(name, value);
    answer(request, response).catch((problem: unknown) => {
      console.error(problem);
      endWith(response, { status: 500 });
    });
  };
}

/** Astro puts a hash of the content into the names under `_astro`: such a file never changes. */
function cachingOf(pathInSite: string): string {
  return pathInSite.startsWith('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  const named = (ifNoneMatch ?? '').split(',').map((item) => item.trim().replace(/^W\//, ''));
  return named.includes('*') || named.includes(etag);
}

function endWith(
  response: ServerResponse,
  { status, ...headers }: { status: number; location?: string; allow?: string },
) {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, headers);
  response.end();
}
