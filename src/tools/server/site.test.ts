import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from './listen.ts';
import { serveSite } from './site.ts';

const loopback = { host: '127.0.0.1', port: 0, tries: 0 };
const script = `export const long = '${'bulkhead '.repeat(100)}';\n`;
let root: string;
let server: Server;
let port: number;

beforeAll(async () => {
  const outside = realpathSync(mkdtempSync(join(tmpdir(), 'bulkhead-serve-')));
  root = join(outside, 'dist');
  mkdirSync(join(root, '_astro'), { recursive: true });
  mkdirSync(join(root, 'labs'));
  writeFileSync(join(outside, 'secret.txt'), 'not part of the site');
  writeFileSync(join(root, 'index.html'), '<h1>home</h1>');
  writeFileSync(join(root, '404.html'), '<h1>nothing here</h1>');
  writeFileSync(join(root, 'labs', 'index.html'), '<h1>labs</h1>');
  writeFileSync(join(root, '_astro', 'page.h4sh.js'), script);
  writeFileSync(join(root, 'sh..ort.txt'), 'two dots in a name');
  symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'));
  ({ server, port } = await listen(serveSite({ root, base: '/train/lab/' }), loopback));
});

afterAll(() => {
  server.close();
  rmSync(join(root, '..'), { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks with the path as it stands: `fetch` would tidy it first. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: loopback.host, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('what is found', () => {
  test('a page, by its folder', async () => {
    const page = await ask('/train/lab/labs/?from=home');
    expect([page.status, page.headers['content-type'], String(page.body)]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<h1>labs</h1>',
    ]);
  });

  test('a folder without its slash is sent to the address with it', async () => {
    const { status, headers } = await ask('/train/lab/labs?lab=1');
    expect([status, headers.location]).toEqual([301, '/train/lab/labs/?lab=1']);
  });

  test.each(['/', '/train/lab'])('%s leads to the base path', async (path) => {
    const { status, headers } = await ask(path);
    expect([status, headers.location]).toEqual([302, '/train/lab/']);
  });

  test('a name may hold two dots', async () => {
    expect((await ask('/train/lab/sh..ort.txt')).status).toBe(200);
  });

  test.each(['/train/lab/nowhere/', '/labs/', '/train/laboratory/', '/train/lab/index.html/', '/train/lab/_astro/'])(
    '%s is not there, and the page for that says so',
    async (path) => {
      const { status, body } = await ask(path);
      expect([status, String(body)]).toEqual([404, '<h1>nothing here</h1>']);
    },
  );

  test('HEAD has the headers and no body', async () => {
    const [head, get] = await Promise.all([ask('/train/lab/', { method: 'HEAD' }), ask('/train/lab/')]);
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  test('other methods are not served', async () => {
    const { status, headers } = await ask('/train/lab/', { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('what lies outside stays outside', () => {
  test.each([
    '/train/lab/../secret.txt',
    '/train/lab/%2e%2e/secret.txt',
    '/train/lab/%2E./secret.txt',
    '/train/lab/..%2fsecret.txt',
    '/train/lab/..%5csecret.txt',
    '/train/lab/..\\secret.txt',
    '/train/lab/labs/../../secret.txt',
    '/train/lab/%00',
    '/train/lab/%zz',
    '/train/lab/%c0%ae%c0%ae/secret.txt',
  ])('%s is malformed', async (path) => {
    const { status, body } = await ask(path);
    expect([status, String(body)]).toEqual([400, '']);
  });

  test.each(['/train/lab/link.txt', '/train/lab/%252e%252e/secret.txt', '/train/lab//etc/passwd', '/etc/passwd'])(
    '%s is missing',
    async (path) => {
      const { status, body } = await ask(path);
      expect([status, String(body)]).toEqual([404, '<h1>nothing here</h1>']);
    },
  );
});

describe('how it is sent', () => {
  test.each(['/train/lab/', '/train/lab/nowhere', '/train/lab/%00', '/'])(
    '%s has the headers of production',
    async (path) => {
      const { headers } = await ask(path);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy']).toBe('same-origin');
      expect(headers['permissions-policy']).toContain('camera=()');
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self';");
      expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'; trusted-types lab ");
    },
  );

  test('no script may come from a string or another origin', async () => {
    const { headers } = await ask('/train/lab/');
    const scripts = /script-src ([^;]*);/.exec(String(headers['content-security-policy']))?.[1];
    expect(scripts).toBe("'self'");
  });

  test('a hashed file is kept for ever, a page is asked for again', async () => {
    const [hashed, page] = await Promise.all([ask('/train/lab/_astro/page.h4sh.js'), ask('/train/lab/')]);
    expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['brotli', undefined, (body: Buffer) => body],
    ['', undefined, (body: Buffer) => body],
  ] as const)('`accept-encoding: %s` gets %s', async (accepted, encoding, read) => {
    const { headers, body } = await ask('/train/lab/_astro/page.h4sh.js', { headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers.vary).toBe('accept-encoding');
    expect(Number(headers['content-length'])).toBe(body.length);
    expect(String(read(body))).toBe(script);
  });

  test('what the browser has already is not sent again', async () => {
    const first = await ask('/train/lab/');
    const etag = String(first.headers.etag);
    for (const known of [etag, `"other", W/${etag}`, '*']) {
      const again = await ask('/train/lab/', { headers: { 'if-none-match': known } });
      expect([again.status, again.headers.etag, again.body.length]).toEqual([304, etag, 0]);
    }
    expect((await ask('/train/lab/', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('encodings have etags of their own', async () => {
    const [packed, plain] = await Promise.all([
      ask('/train/lab/', { headers: { 'accept-encoding': 'br' } }),
      ask('/train/lab/'),
    ]);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
  });

  test('a page that is built again is sent anew', async () => {
    const file = join(root, 'changing.html');
    writeFileSync(file, 'before');
    expect(String((await ask('/train/lab/changing.html')).body)).toBe('before');
    writeFileSync(file, 'after');
    utimesSync(file, new Date(), new Date(Date.now() + 5_000));
    expect(String((await ask('/train/lab/changing.html')).body)).toBe('after');
  });
});

describe('the port', () => {
  test('where it is taken, the next free one is used', async () => {
    const second = await listen(() => undefined, { host: '127.0.0.1', port, tries: 20 });
    expect(second.port).toBeGreaterThan(port);
    second.server.close();
  });

  test('where no try is left, it says so', async () => {
    await expect(listen(() => undefined, { host: '127.0.0.1', port, tries: 0 })).rejects.toThrow('EADDRINUSE');
  });
});
