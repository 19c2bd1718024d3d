import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { floors } from '../../src/tools/lint/floors.ts';
import { filesIn, repository, textOf } from '../support/files.ts';

const papers = filesIn('.', '.md').filter((path) => !path.startsWith('src/') && !/^labs\/[^/]+\//.test(path));
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

describe('the papers', () => {
  test.each(papers)('%s links to what exists', (path) => {
    const links = [...textOf(path).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, to]) => to ?? '');
    expect(links.filter((to) => !existsSync(join(repository, dirname(path), to)))).toEqual([]);
  });

  test.each(papers)('%s names scripts that exist', (path) => {
    const named = [...textOf(path).matchAll(/npm run ([a-z][a-z:]*)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test.each([
    ['ARCHITECTURE.md', 200],
    ['CONTRIBUTING.md', 150],
    ['README.md', 100],
  ])('%s has under %i lines', (path, limit) => {
    expect(textOf(path).split('\n').length).toBeLessThan(limit);
  });

  test('ARCHITECTURE.md shows the floors as lint enforces them', () => {
    const short = (path: string): string => `\`${path.replace('src/', '')}\``;
    const rows = Object.entries(floors).map(([folder, { may, onDemand = [], packages }]) => {
      const folders =
        [...may.map(short), ...onDemand.map((path) => `${short(path)} by \`import()\``)].join(', ') || 'nothing';
      const named = packages === undefined ? 'any without a door' : packages.join(', ') || 'none';
      return `| ${short(folder)} | ${folders} | ${named} |`;
    });
    const shown = textOf('ARCHITECTURE.md').replace(/ +/g, ' ');
    expect(rows.filter((row) => !shown.includes(row))).toEqual([]);
  });
});
