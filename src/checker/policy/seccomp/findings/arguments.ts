import { narrowArguments, pointerArguments } from '../../../facts/syscall-arguments.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { sharesRegister } from '../conditions-of-rule.ts';
import { namesOnce } from '../plan.ts';
import { finding } from './finding-messages.ts';
import type { Judged, JudgedRule } from './judged.ts';

/** Conditions that do not ask what they seem to ask. */
export function argumentFindings({ rules }: Judged): readonly Diagnostic[] {
  return rules
    .filter(({ isLikeDefault }) => !isLikeDefault)
    .flatMap((judged) => [...twiceAsked(judged), ...pointers(judged), ...upperHalves(judged)]);
}

function twiceAsked({ rule: { args } }: JudgedRule): readonly Diagnostic[] {
  if (!sharesRegister(args)) return [];
  const twice = args.find(({ index }, place) => args.findIndex((other) => other.index === index) < place);
  if (twice === undefined) return [];
  const facts = { index: Number(twice.index) };
  return [finding({ code: 'seccomp-rule/register-twice', severity: 'warning', span: twice.span, facts })];
}

function pointers({ rule }: JudgedRule): readonly Diagnostic[] {
  return namesOnce(rule).flatMap(({ text: call }) =>
    rule.args
      .filter(({ index }) => argumentsOf(pointerArguments, call).includes(Number(index)))
      .map(({ index, span }) => {
        const facts = { call, index: Number(index) };
        return finding({ code: 'seccomp-rule/pointer', severity: 'warning', span, facts });
      }),
  );
}

/** Of a rule that refuses one exact number. One that allows it says no to all the others, which is what it should. */
function upperHalves({ rule, allows }: JudgedRule): readonly Diagnostic[] {
  if (allows) return [];
  return namesOnce(rule).flatMap(({ text: call }) =>
    rule.args
      .filter(({ op }) => op.text === 'SCMP_CMP_EQ')
      .filter(({ index }) => argumentsOf(narrowArguments, call).includes(Number(index)))
      .map(({ index, span }) => {
        const facts = { call, index: Number(index) };
        return finding({ code: 'seccomp-rule/upper-half', severity: 'warning', span, facts });
      }),
  );
}

function argumentsOf(table: typeof pointerArguments, call: string): readonly number[] {
  return Object.hasOwn(table, call) ? (table[call] ?? []) : [];
}
