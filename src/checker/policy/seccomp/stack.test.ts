import { expect, test } from 'vitest';
import { answerWord, compiled, profileText, rule } from '../../../../tests/support/seccomp.ts';
import type { CompiledFilter } from './compile.ts';
import { decideStacked } from './stack.ts';

const call = { entry: 'x86_64', number: 165, registers: [0n, 0n, 0n, 0n, 0n, 0n] } as const;
const filter = (...rules: Parameters<typeof profileText>[0]): CompiledFilter => {
  const loaded = compiled(profileText(rules, { defaultAction: 'SCMP_ACT_ALLOW' }), 'crun');
  if ('refusal' in loaded) throw new Error(loaded.refusal.words);
  return loaded.value;
};
const actions = ['KILL_PROCESS', 'KILL', 'TRAP', 'ERRNO 5', 'NOTIFY', 'TRACE', 'LOG'];
const mount = (action: string) => rule(action, 'mount');

test.each(actions.slice(1).map((milder, index) => [actions[index] ?? '', milder] as const))(
  '%s is stricter than %s, in either order',
  (stricter, milder) => {
    const [strict, mild] = [filter(mount(stricter)), filter(mount(milder))];
    const action = `SCMP_ACT_${stricter.split(' ')[0]}`;
    expect(decideStacked([strict, mild], call)?.action).toBe(action);
    expect(decideStacked([mild, strict], call)?.action).toBe(action);
  },
);

test('of one action twice the number of the youngest counts', () => {
  const answer = decideStacked([filter(mount('ERRNO 5')), filter(mount('ERRNO 6'))], call);
  expect(answer?.errno).toBe(5);
});

test('an entry that one of them does not list is killed', () => {
  const listed = compiled(profileText([], { defaultAction: 'SCMP_ACT_ALLOW', architectures: ['SCMP_ARCH_X86'] }));
  if ('refusal' in listed) throw new Error(listed.refusal.words);
  const answer = decideStacked([listed.value, filter()], { ...call, entry: 'i386' });
  expect(answer && answerWord(answer)).toBe('killed');
});

test('what cannot be told of one cannot be told of both, unless the other kills the process', () => {
  const open = filter(rule('ERRNO 5', 'mount', [0, 'LE', 5]), rule('ERRNO 6', 'mount', [0, 'LE', 6]));
  expect(decideStacked([open, filter()], call)?.decision).toBe('unknown');
  expect(decideStacked([open, filter(mount('KILL_PROCESS'))], call)?.decision).toBe('denied');
});

test('nothing without a filter', () => {
  expect(decideStacked([], call)).toBeNull();
});
