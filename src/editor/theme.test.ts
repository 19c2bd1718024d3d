import { expect, test } from 'vitest';
import { hexOf, paintedWith, themeOf, type Paint } from './theme.ts';

const paint = Object.fromEntries(
  paintedWith.map((name, index) => [name, `#0000${(16 + index).toString(16)}`]),
) as Paint;

test.each([
  ['rgb(14, 33, 41)', '#0e2129'],
  ['rgb(255 255 255)', '#ffffff'],
  ['rgba(0, 0, 0, 0.5)', '#000000'],
  ['rgb(14.4 33.6 41)', '#0e2229'],
])('%s is %s', (computed, hex) => {
  expect(hexOf(computed)).toBe(hex);
});

test('every colour of the theme is a token, in the form that Monaco takes', () => {
  const values = new Set(Object.values(paint));
  const theme = themeOf(paint, 'dark');
  for (const [name, color] of Object.entries(theme.colors)) expect(values, name).toContain(color);
  for (const { foreground } of theme.rules) expect(values).toContain(`#${foreground}`);
});

test('every token is used', () => {
  const theme = JSON.stringify(themeOf(paint, 'light'));
  for (const name of paintedWith) expect(theme, name).toContain(paint[name].slice(1));
});

test.each([
  ['light', 'vs'],
  ['dark', 'vs-dark'],
  ['high-contrast-light', 'hc-light'],
  ['high-contrast-dark', 'hc-black'],
] as const)('%s stands on %s', (look, base) => {
  expect(themeOf(paint, look).base).toBe(base);
});
