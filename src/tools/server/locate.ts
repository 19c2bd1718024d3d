import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

type Located =
  | { readonly is: 'file'; readonly file: string }
  /** A folder asked for without its slash: relative links in its page would point elsewhere. */
  | { readonly is: 'folder' }
  | { readonly is: 'missing' }
  /** Not a path that any page links to: a broken escape, a NUL, a way out of the site. */
  | { readonly is: 'malformed' };

/** Answers which file of the folder `root` an address names. `path` is as sent: escaped, starting with a slash. */
export async function locate(root: string, path: string): Promise<Located> {
  const names = namesOf(path);
  if (names === null) return { is: 'malformed' };

  const wantsFolder = names.at(-1) === '';
  const wanted = join(root, ...names, ...(wantsFolder ? ['index.html'] : []));
  const real = await realpath(wanted).catch(() => null);
  if (real === null) return { is: 'missing' };
  // A link inside the folder may lead out of it; what it leads to is not part of the site.
  if (!real.startsWith((await realpath(root)) + sep)) return { is: 'missing' };

  const found = await stat(real);
  if (found.isFile()) return { is: 'file', file: real };
  return found.isDirectory() && !wantsFolder ? { is: 'folder' } : { is: 'missing' };
}

function namesOf(path: string): readonly string[] | null {
  const names: string[] = [];
  for (const escaped of path.slice(1).split('/')) {
    const name = unescaped(escaped);
    if (name === null || name === '.' || name === '..' || /[/\\\0]/.test(name)) return null;
    names.push(name);
  }
  return names;
}

function unescaped(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
