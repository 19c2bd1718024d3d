import { expect, test } from 'vitest';
import { inkOf } from './yaml-ink.ts';

const letters = { key: 'k', value: 'v', mark: 'm', comment: 'c', plain: ' ' } as const;

function drawn(line: string): string {
  return inkOf(line)
    .map(({ ink, text }) => letters[ink].repeat(text.length))
    .join('');
}

test.each([
  ['kind: Pod', 'kkkkm vvv'],
  ['    drop: [ALL, NET_RAW]', '    kkkkm mvvvm vvvvvvvm'],
  ['  - name: api # ours', '  m kkkkm vvv cccccc'],
  ['image: registry:5000/api:3.2', 'kkkkkm vvvvvvvvvvvvvvvvvvvvv'],
  ['{ name: data, emptyDir: {} }', 'm kkkkm vvvvm kkkkkkkkm mm m'],
  ['value: "a: b # c"', 'kkkkkm vvvvvvvvvv'],
  ['runAsUser', 'vvvvvvvvv'],
  ['---', 'mmm'],
  ['a#b: c#d', 'kkkm vvv'],
  ['"half', 'vvvvv'],
  ['', ''],
])('%s', (line, inks) => {
  expect(drawn(line)).toBe(inks);
});

test('nothing of a line is lost, whatever stands in it', () => {
  for (const line of ['\t\u202e{"', "'", ':::', '- - -', '💥: [💥', '#', '%YAML 1.1']) {
    expect(
      inkOf(line)
        .map((stretch) => stretch.text)
        .join(''),
    ).toBe(line);
  }
});
