/**
 * Mends `package-lock.json` after an `npm install`: where a registry's view lacks a package for another platform, npm
 * leaves it out of the lockfile, and `npm ci` then refuses the file (npm/cli issue 9846). Adds an inert entry for each.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  os?: string[];
  cpu?: string[];
  optional?: boolean;
  optionalDependencies?: Record<string, string>;
}

const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
const packages = lockfile.packages;

/** Answers the entry that Node would find for `name` when asked from the folder `from`. */
function resolveFrom(from: string, name: string): LockedPackage | undefined {
  for (let folder = from; ;) {
    const found = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (found !== undefined || folder === '') return found;
    const parent = folder.lastIndexOf('/node_modules/');
    folder = parent < 0 ? '' : folder.slice(0, parent);
  }
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu'> {
  const os = /(android|darwin|linux|win32|freebsd|openharmony|wasm32|wasi)/.exec(name)?.[1];
  const cpu = /(arm64|x64|arm|ia32|wasm32)/.exec(name)?.[1];
  return { ...(cpu !== undefined && { cpu: [cpu] }), ...(os !== undefined && { os: [os] }) };
}

let added = 0;
for (const [folder, locked] of Object.entries({ ...packages })) {
  if (folder === '') continue;
  for (const [name, range] of Object.entries(locked.optionalDependencies ?? {})) {
    const found = resolveFrom(folder, name);
    const isRange = /[\^~><*|x]/.test(range);
    if (found !== undefined && (found.version === range || isRange)) continue;
    const parent = found === undefined ? '' : folder.slice(0, folder.lastIndexOf('node_modules/'));
    packages[`${parent}node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      ...platformOf(name),
      optional: true,
    };
    added += 1;
  }
}

lockfile.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lockfile, null, 2)}\n`);
console.log(`package-lock.json: ${added} entries added`);
