import type { Mount } from './container.ts';

const isNormal = /^(?:\/(?!\.{1,2}(?:\/|$))[^/]+)+$/;

/** Answers an absolute path without `.`, `..`, doubled or trailing slashes. */
export function normalisePath(path: string): string {
  if (isNormal.test(path)) return path;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

/** Answers whether `path` is `folder` or lies below it. Both normalised. */
export function contains(folder: string, path: string): boolean {
  if (folder === '/') return true;
  return path.startsWith(folder) && (path.length === folder.length || path[folder.length] === '/');
}

/** Answers whether a path lies below what the kernel itself shows, /proc and /sys. */
export function isKernelsOwn(path: string): boolean {
  return contains('/proc', path) || contains('/sys', path);
}

const toKernel = /^\/dev\/(?:fd|stdin|stdout|stderr|core|tty|console)(?:\/|$)/;

/** Answers whether a path of /dev leads to what the kernel knows alone: links into /proc, and the terminal of the process. */
export function leadsToKernel(path: string): boolean {
  return toKernel.test(path);
}

/** Answers the folder a path lies in. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** Answers the mount a path lies on, the deepest one; null for the image's root file system. */
export function mountAt(mounts: readonly Mount[], path: string): Mount | null {
  let deepest: Mount | null = null;
  for (const mount of mounts) {
    if (contains(mount.path, path) && (deepest === null || mount.path.length >= deepest.path.length)) deepest = mount;
  }
  return deepest;
}
