/**
 * Serves the built site with the headers of production: `node src/tools/serve.ts [--root dist] [--port 4321] [--host 127.0.0.1]`.
 * `SITE_BASE` says where it is mounted, as it does for `npm run build`.
 */
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listen } from './server/listen.ts';
import { serveSite } from './server/site.ts';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: 'dist' },
    port: { type: 'string', default: '4321' },
    host: { type: 'string', default: '127.0.0.1' },
  },
});

if (!existsSync(join(values.root, 'index.html'))) {
  console.error(`There is no built site in \`${values.root}\`: run \`npm run build\` first.`);
  process.exit(1);
}

const base = `/${process.env['SITE_BASE'] ?? ''}/`.replace(/\/+/g, '/');
const wish = { host: values.host, port: Number(values.port), tries: 20 };
const { port } = await listen(serveSite({ root: realpathSync(values.root), base }), wish).catch(
  (problem: NodeJS.ErrnoException) => {
    console.error(
      `No server on ${wish.host}, ports ${wish.port} to ${wish.port + wish.tries}: ${problem.code ?? problem.message}.`,
    );
    return process.exit(1);
  },
);

if (port !== wish.port && wish.port !== 0) console.log(`Port ${wish.port} is taken.`);
console.log(`Bulkhead is served at http://${wish.host === '127.0.0.1' ? 'localhost' : wish.host}:${port}${base}`);
