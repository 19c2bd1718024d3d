import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** A file in the form in which it is sent. */
interface Representation {
  readonly body: Buffer;
  readonly type: string;
  readonly encoding: Encoding;
  readonly etag: string;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml; charset=utf-8',
  '.yaml': 'application/yaml; charset=utf-8',
};

/** These are compressed already. */
const packed = new Set(['.jpg', '.png', '.webp', '.woff2']);

/** Quality 11 saves 5 to 9 %, and takes a tenth of a second for a page, once; for the editor's 3 MiB it would be ten. */
const qualityOf = ({ length }: Buffer): number => (length < 2 ** 18 ? 11 : 9);

const squeeze: Readonly<Record<Exclude<Encoding, 'identity'>, (body: Buffer) => Promise<Buffer>>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: qualityOf(body) } }),
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
};

/** Answers the best encoding that both sides know: brotli, then gzip (RFC 9110, section 12.5.3). */
export function encodingFor(file: string, accepted: string | undefined): Encoding {
  if (packed.has(extname(file))) return 'identity';
  const named = (accepted ?? '').split(',').map((item) => item.trim().toLowerCase());
  const accepts = (encoding: string): boolean =>
    named.some((item) => item.split(';')[0]?.trim() === encoding && !/;\s*q=0(\.0*)?$/.test(item));
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

/** A function that answers a file's representation, and keeps it until the file changes. */
export function representations(): (file: string, encoding: Encoding) => Promise<Representation> {
  const kept = new Map<string, { readonly changed: number; readonly made: Promise<Representation> }>();
  return async (file, encoding) => {
    const { mtimeMs: changed } = await stat(file);
    const key = `${encoding} ${file}`;
    const before = kept.get(key);
    if (before?.changed === changed) return before.made;
    const made = represent(file, encoding);
    kept.set(key, { changed, made });
    return made;
  };
}

async function represent(file: string, encoding: Encoding): Promise<Representation> {
  const plain = await readFile(file);
  const body = encoding === 'identity' ? plain : await squeeze[encoding](plain);
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return { body, type: types[extname(file)] ?? 'application/octet-stream', encoding, etag: `"${digest}-${encoding}"` };
}
