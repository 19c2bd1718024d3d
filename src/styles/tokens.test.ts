/** The colours, recomputed: the contrast that design promises holds on every surface and wash a role is used on. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paintedWith } from '../editor/theme.ts';

type Scheme = 'light' | 'dark';
type Pair = Readonly<Record<Scheme, string>>;

const css = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const tokens = pairsIn(css('tokens.css'));
/** Roles that take the colour of another one. */
const roles = Object.fromEntries(
  [...css('tokens.css').matchAll(/--([\w-]+): var\(--([\w-]+)\);/g)].map(([, name = '', role = '']) => [name, role]),
);
const [bySystem = '', byReader = ''] = css('contrast.css').split("[data-contrast='more'] {");
const more = { ...tokens, ...pairsIn(byReader.slice(0, byReader.indexOf('\n}'))) };

const surfaces = ['desk', 'sheet', 'raised', 'sunk'];
const washes = ['act-wash', 'wanted-wash', 'not-wanted-wash', 'open-wash'];
const everywhere = [...surfaces, ...washes];

/** Role, grounds it stands on, least contrast in light and dark, least in high contrast. */
const promises: readonly (readonly [string, readonly string[], number, number])[] = [
  ['ink-1', everywhere, 11.3, 13.8],
  ['ink-2', everywhere, 7, 14],
  ['ink-3', surfaces, 5.9, 14],
  ['act', [...surfaces, 'act-wash'], 7, 12.5],
  ['act-on', ['act'], 7, 12.5],
  ['focus', surfaces, 7, 18],
  ['wanted', [...surfaces, 'wanted-wash'], 7, 11.5],
  ['not-wanted', [...surfaces, 'not-wanted-wash'], 7, 11],
  ['open', [...surfaces, 'open-wash'], 7, 12],
  ['line-3', surfaces, 3, 18],
  ['code-value', [...surfaces, ...washes], 7, 12.5],
  ['code-key', ['code-select'], 8.9, 10],
  ['code-value', ['code-select'], 6.3, 7.5],
  ['code-comment', ['code-select'], 4.5, 8],
  ['code-select-on', ['code-select'], 8.9, 10],
];

describe.each([
  ['light and dark', tokens, 2],
  ['high contrast', more, 3],
] as const)('%s', (_, colours, promised) => {
  test.each(promises)('%s stands out from every ground it is used on', (...[role, grounds, usual, high]) => {
    const least = promised === 2 ? usual : high;
    for (const ground of grounds)
      for (const scheme of ['light', 'dark'] as const)
        expect(contrast(colour(colours, role)[scheme], colour(colours, ground)[scheme])).toBeGreaterThanOrEqual(least);
  });
});

test('both ways to high contrast say the same', () => {
  const declarations = (text: string) =>
    [...text.matchAll(/(--[\w-]+): ([^;]+);/g)].map(([, name, value]) => `${name} ${value}`);
  const reader = declarations(byReader.slice(0, byReader.indexOf('\n}')));
  expect(reader.length).toBeGreaterThan(20);
  expect(declarations(bySystem)).toEqual(reader);
});

test('no component names a colour of its own', () => {
  const files = ['.', '../components/workspace'].flatMap((folder) =>
    globSync('*.css', { cwd: join(import.meta.dirname, folder) }).map((file) => `${folder}/${file}`),
  );
  const free = ['./tokens.css', './contrast.css', './print.css'];
  expect(files.length).toBeGreaterThan(25);
  expect(files.filter((file) => !free.includes(file) && /#[0-9a-f]{3,8}\b|rgb\(/i.test(css(file)))).toEqual([]);
});

test('every token that something is painted with is declared', () => {
  const files = globSync(join(import.meta.dirname, '../**/*.{css,ts,tsx,astro}')).filter(
    (file) => !file.endsWith('.test.ts'),
  );
  const named = (pattern: RegExp, among = files) =>
    among.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name = '']) => name));
  // What is declared for some readers only is not declared.
  const always = files.filter((file) => !/(?:contrast|print)\.css$/.test(file));
  const declared = new Set(named(/--([\w-]+)'?:/g, always));
  // One with a second value behind its comma may be missing.
  const used = [...named(/var\(--([\w-]+)\)/g), ...paintedWith];
  expect(used.length).toBeGreaterThan(100);
  expect([...new Set(used)].filter((name) => !declared.has(name))).toEqual([]);
});

function colour(colours: Readonly<Record<string, Pair>>, name: string): Pair {
  const found = colours[roles[name] ?? name];
  if (found === undefined) throw new Error(`There is no colour --${name}.`);
  return found;
}

function pairsIn(text: string): Record<string, Pair> {
  const pairs = text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\);/g);
  return Object.fromEntries([...pairs].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]));
}

/** WCAG 2.2, "contrast ratio". */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const share = parseInt(pair, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
