import { describe, expect, test } from 'vitest';
import { isMatcher, lengthBeforeLoop, matcherOf, matches, overlap, type Matcher } from './matcher.ts';

function glob(text: string): Matcher {
  const matcher = matcherOf(text);
  if (!isMatcher(matcher)) throw new Error(matcher);
  return matcher;
}

describe('a glob', () => {
  test.each([
    ['/s/*', ['/s/a', '/s/.x'], ['/s/', '/s/a/', '/s/a/b']],
    ['/s/**', ['/s/a', '/s/a/', '/s/a/b'], ['/s/', '/s']],
    ['/s/{,**}', ['/s/', '/s/a'], ['/s']],
    ['/**', ['/a', '/a/'], ['/']],
    ['/a?', ['/ab'], ['/a', '/a/', '/abc']],
    ['/[a-c]x', ['/ax', '/cx'], ['/dx', '/x']],
    ['/a[^b]', ['/a/', '/ac'], ['/ab', '/a']],
    ['/{a,b{c,d}}', ['/a', '/bc', '/bd'], ['/b', '/{a']],
    ['/\\*\\?\\[', ['/*?['], ['/a?[']],
    ['/a.b', ['/a.b'], ['/axb']],
    ['/é', ['/é'], ['/e']],
    ['/?', ['/a'], ['/é']],
    ['/??', ['/é'], ['/e']],
  ])('%s', (text, yes, no) => {
    const matcher = glob(text);
    expect(yes.filter((path) => !matches(matcher, path))).toEqual([]);
    expect(no.filter((path) => matches(matcher, path))).toEqual([]);
  });

  test.each(['/{a}', '/{a,b', '/a}', '/[a', '/a]', '/a\\', '/[b-]', `/${'{a,'.repeat(50)}${'}'.repeat(50)}`])(
    '%s is none',
    (text) => {
      expect(isMatcher(matcherOf(text))).toBe(false);
    },
  );

  // A matcher that goes back would not be done before the sun is.
  test.each([
    ['/{a*,a*}'.repeat(1) + '{a*,a*}'.repeat(30), '/' + 'a'.repeat(4000) + 'b/'],
    ['/' + '*a'.repeat(300), '/' + 'a'.repeat(3000) + 'b'],
    ['/' + '{,a}'.repeat(1000) + 'b', '/' + 'a'.repeat(999)],
    ['/' + '{**,**/}'.repeat(40) + 'x', '/' + 'a/'.repeat(2000)],
    ['/' + '{a,'.repeat(48) + 'a' + '}'.repeat(48), '/b'],
  ])('of the hostile kind number %# is answered', (text, path) => {
    expect(matches(glob(text), path)).toBe(false);
  });
});

describe('two globs', () => {
  test.each([
    ['/b/*', '/b/a*', true],
    ['/b/*', '/c/*', false],
    ['/b/*', '/b/', false],
    ['/**', '/a/b', true],
    ['/{a,b}/*', '/b/{c,d}', true],
    ['/[ab]', '/[^ab]', false],
    ['/a/**/b', '/a/*', false],
  ])('%s and %s have a path in common: %s', (a, b, isShared) => {
    expect(overlap(glob(a), glob(b), 10_000).isShared).toBe(isShared);
  });

  test('are compared so far and no further', () => {
    const [a, b] = [glob(`/${'{a,b}*'.repeat(400)}`), glob(`/${'{b,c}*'.repeat(400)}d`)];
    expect(overlap(a, b, 1000).steps).toBe(1000);
  });
});

test.each([
  ['/bin/*', '/bin/abc', 6],
  ['/bin/ab*', '/bin/abc', 7],
  ['/bin/abc', '/bin/abc', 8],
  ['/**', '/bin/abc', 2],
])('%s takes of %s %i characters before it may repeat itself', (text, path, length) => {
  expect(lengthBeforeLoop(glob(text), path)).toBe(length);
});
