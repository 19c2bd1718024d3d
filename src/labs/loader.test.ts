import { EventEmitter } from 'node:events';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { labLoader, type LabPage } from './loader.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'project-'));
  await cp(join(root, 'labs/who-am-i'), join(project, 'labs/who-am-i'), { recursive: true });
  await cp(join(root, 'content/misconceptions'), join(project, 'content/misconceptions'), { recursive: true });
});

afterEach(async () => {
  await rm(project, { recursive: true });
});

interface Entry {
  readonly id: string;
  readonly data: LabPage;
}

/** What Astro hands to a loader, as far as this one looks at it. */
function contextOf(watcher?: EventEmitter & { add(): void }) {
  const entries = new Map<string, Entry>();
  const told: string[] = [];
  const context = {
    store: {
      keys: () => [...entries.keys()],
      set: (entry: Entry) => entries.set(entry.id, entry),
      delete: (id: string) => entries.delete(id),
    },
    logger: { info: () => undefined, error: (text: string) => told.push(text) },
    config: { root: pathToFileURL(`${project}/`) },
    parseData: ({ data }: { data: LabPage }) => Promise.resolve(data),
    renderMarkdown: (markdown: string) => Promise.resolve({ html: markdown }),
    generateDigest: (data: unknown) => JSON.stringify(data),
    ...(watcher === undefined ? {} : { watcher }),
  };
  return { context: context as unknown as LoaderContext, entries, told };
}

function watched(): EventEmitter & { add(): void } {
  return Object.assign(new EventEmitter(), { add: () => undefined });
}

const labFile = () => join(project, 'labs/who-am-i/lab.yaml');

test('an entry holds what a page needs, as plain data', async () => {
  const { context, entries } = contextOf();
  await labLoader().load(context);
  const page = entries.get('who-am-i')?.data;
  expect(page?.about.title).toBe('Who am I really?');
  expect(page?.solutions.map(({ name }) => name)).toEqual(['powerless-root', 'uid-1000']);
  expect(page?.attempts.find(({ name }) => name === 'drop-all-is-enough')?.misconception).toBe('M03');
  expect(JSON.parse(JSON.stringify(page))).toEqual(page);
});

test('a lab that has to be mended ends a build', async () => {
  await writeFile(labFile(), 'title: [');
  await expect(labLoader().load(contextOf().context)).rejects.toThrow('who-am-i/lab.yaml');
});

test('under dev it is told, and the last good page stays', async () => {
  const watcher = watched();
  const { context, entries, told } = contextOf(watcher);
  await labLoader().load(context);
  await writeFile(labFile(), 'title: [');
  watcher.emit('change', labFile());
  await vi.waitFor(() => expect(told.join()).toContain('who-am-i/lab.yaml:1'));
  expect(entries.get('who-am-i')?.data.about.title).toBe('Who am I really?');
});

test('a lab that is gone is no entry any more', async () => {
  const watcher = watched();
  const { context, entries } = contextOf(watcher);
  await labLoader().load(context);
  await rm(join(project, 'labs/who-am-i'), { recursive: true });
  watcher.emit('unlink', labFile());
  await vi.waitFor(() => expect([...entries.keys()]).toEqual([]));
});
