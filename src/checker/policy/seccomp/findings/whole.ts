/** What the profile as a whole leaves open, or shut. */
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { takesErrno } from '../actions.ts';
import type { CompiledFilter } from '../compile.ts';
import { decideSeccomp } from '../decide.ts';
import { numberOn } from '../names.ts';
import { finding } from './finding-messages.ts';
import type { Judged } from './judged.ts';

export function wholeFindings(judged: Judged, filter: CompiledFilter | null): readonly Diagnostic[] {
  return [...defaults(judged), ...numbers(judged), ...(filter === null ? [] : openWays(judged, filter))];
}

function defaults({ profile, defaultAction, isOpen }: Judged): readonly Diagnostic[] {
  const { span } = profile.defaultAction;
  const facts = { action: defaultAction.name };
  const open = isOpen ? [finding({ code: 'seccomp-rule/open-by-default', severity: 'warning', span, facts })] : [];
  const listed = profile.architectures.map(({ text }) => text);
  const left = ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X86', 'SCMP_ARCH_X32'].filter((entry) => !listed.includes(entry));
  const place = profile.architectures[0]?.span ?? span;
  const out = left.map((entry) =>
    finding({ code: 'seccomp-rule/entry-left-out', severity: 'note', span: place, facts: { entry } }),
  );
  return [...open, ...out];
}

function numbers({ profile, defaultAction, rules }: Judged): readonly Diagnostic[] {
  const all = [
    { action: defaultAction, errnoRet: profile.defaultErrnoRet, span: profile.defaultAction.span },
    ...rules.map(({ action, rule }) => ({ action, errnoRet: rule.errnoRet, span: rule.action.span })),
  ];
  return all.flatMap(({ action, errnoRet, span }) => {
    if (errnoRet === null) return [];
    if (!takesErrno(action.kind)) {
      const facts = { action: action.name };
      return [finding({ code: 'seccomp-rule/errno-ignored', severity: 'warning', span, facts })];
    }
    if (errnoRet <= 0xffffn) return [];
    const facts = { written: String(errnoRet), kept: action.data };
    return [finding({ code: 'seccomp-rule/errno-cut', severity: 'warning', span, facts })];
  });
}

/** What an io_uring does without the call being made (io_uring_enter(2)). */
const throughRing = ['socket', 'connect', 'open', 'openat', 'splice'];

function openWays(judged: Judged, filter: CompiledFilter): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const { span } = judged.profile.defaultAction;
  const answer = (name: string) => {
    const number = numberOn('x86_64', name) ?? 0;
    return decideSeccomp(filter, { entry: 'x86_64', number, registers: [0n, 0n, 0n, 0n, 0n, 0n] });
  };
  const rulesFor = (name: string) => judged.rules.filter(({ rule }) => rule.names.some(({ text }) => text === name));
  if (answer('execve').decision === 'denied' && rulesFor('execve').every(({ rule }) => rule.args.length === 0)) {
    found.push(finding({ code: 'seccomp-rule/no-execve', severity: 'warning', span, facts: {} }));
  }
  const refused = throughRing.find((name) =>
    rulesFor(name).some(({ allows, rule }) => !allows || rule.args.length > 0),
  );
  if (refused !== undefined && answer('io_uring_setup').decision === 'allowed') {
    const at = rulesFor(refused)[0]?.rule.span ?? span;
    found.push(finding({ code: 'seccomp-rule/io-uring', severity: 'warning', span: at, facts: { call: refused } }));
  }
  const clone = rulesFor('clone').find(({ rule }) => rule.args.length > 0);
  const clone3 = answer('clone3');
  if (clone !== undefined && clone3.errno !== noSuchCall) {
    found.push(finding({ code: 'seccomp-rule/clone3', severity: 'warning', span: clone.rule.span, facts: {} }));
  }
  return found;
}

/** ENOSYS (include/uapi/asm-generic/errno.h). */
const noSuchCall = 38;
