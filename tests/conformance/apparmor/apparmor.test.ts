import { describe, expect, test } from 'vitest';
import { readAccess } from '../../../src/cli/apparmor-access.ts';
import { textOf } from '../../support/files.ts';
import { withoutNumber } from './kernel.ts';
import { fileBits, grants, read } from './model.ts';
import type { Recorded } from './recorded.ts';

const recordings = (name: string): readonly Recorded[] =>
  JSON.parse(textOf(`tests/conformance/apparmor/recordings/${name}.json`)) as readonly Recorded[];

/** Answers where the model differs from the parser about one text. */
function differences({ text, said, line = null, files = {}, granted = [], refused = [] }: Recorded): readonly string[] {
  const { policy, refusal } = read(text);
  // What the node may have is no reason to refuse: the model says that it cannot tell.
  if (said?.startsWith('Could not open') === true) return policy?.open == null ? ['an include is known'] : [];
  if (said !== undefined) {
    const told = refusal === null ? 'it loads' : `line ${refusal.line}`;
    return told === `line ${line}` ? [] : [`${told}, and the parser: line ${line}, ${said}`];
  }
  if (policy === null) return [`it does not load: ${refusal?.said}`];
  const [profile] = policy.profiles;
  if (profile === undefined) return [];
  const paths = Object.entries(files).flatMap(([path, bits]) => {
    const model = fileBits(profile, path).map(withoutNumber);
    return String(model) === String(bits) ? [] : [`${path}: ${model}, and the parser: ${bits}`];
  });
  const accesses = [...granted, ...refused].flatMap((written) => {
    const isGranted = grants(profile, readAccess(written, { profile: 'x' }));
    return isGranted === granted.includes(written) ? [] : [`${written}: ${isGranted}`];
  });
  return [...paths, ...accesses];
}

describe('the model says what apparmor_parser 3.0.8 compiles', () => {
  test.each(['written', 'globs', 'slips', 'included'])('%s', (name) => {
    const differing = recordings(name).flatMap((each) => {
      const found = differences(each);
      return found.length === 0 ? [] : [{ text: each.text, found }];
    });
    expect(differing).toEqual([]);
  });

  test('in its own words where it refuses', () => {
    const refused = recordings('written').filter(({ said }) => said !== undefined && said !== '');
    const otherwise = refused.flatMap(({ text, said }) => {
      const [told = ''] = (read(text).refusal?.said ?? '').split('\n');
      return said?.startsWith(told.slice(0, 60)) === true ? [] : [{ text, said, told }];
    });
    expect(otherwise).toEqual([]);
    expect(refused.length).toBeGreaterThan(100);
  });

  test('about enough profiles, paths and accesses', () => {
    const all = ['written', 'globs', 'slips', 'included'].flatMap(recordings);
    const paths = all.reduce((sum, { files = {} }) => sum + Object.keys(files).length, 0);
    const accesses = all.reduce((sum, { granted = [], refused = [] }) => sum + granted.length + refused.length, 0);
    expect([all.length > 150, paths > 600, accesses > 600]).toEqual([true, true, true]);
  });
});
