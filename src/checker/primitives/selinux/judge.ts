/** The table, asked: what a type may do to an object, and what its categories leave of that. Both must allow. */
import type { ObjectLabel, ProcessLabel, SELinuxFileAsk, SELinuxPolicy, SELinuxRights } from '../../model/selinux.ts';
import { dominates, levelText } from './levels.ts';
import type { SELinuxCodes } from './messages.ts';

/** What the policy says, as a code with its facts, before the mode of the node is looked at. */
export type Judgement = {
  readonly [C in keyof SELinuxCodes]: {
    readonly answer: 'passes' | 'stops' | 'cannot-tell';
    readonly code: C;
    readonly facts: SELinuxCodes[C];
    /** The part of the label that decided. */
    readonly part: 'type' | 'level';
  };
}[keyof SELinuxCodes];

export interface Subject {
  readonly policy: SELinuxPolicy;
  readonly label: ProcessLabel;
  /** The type, aliases replaced. */
  readonly type: string;
}

interface ObjectAsk {
  readonly object: ObjectLabel;
  readonly access: string;
  /** All of these letters, of the object itself and of what is made in it. */
  readonly wants: SELinuxRights;
}

export function judgeObject(subject: Subject, ask: ObjectAsk): Judgement {
  const { policy, type } = subject;
  const objectType = realType(policy, ask.object.type);
  const byType = judgeType(subject, { ...ask, object: { ...ask.object, type: objectType } });
  if (byType.answer === 'stops' || !policy.constrained.includes(type)) return byType;
  return judgeLevel(subject, ask) ?? byType;
}

function judgeType({ policy, type }: Subject, { object, access, wants }: ObjectAsk): Judgement {
  const rights = rightsOn(policy, type, object.type);
  const facts = { type, object: object.type, access };
  const sorts = ['file', 'dir'] as const;
  if (
    sorts.some((sort) => wants[sort] !== undefined && rights[sort] !== undefined && !holds(rights[sort], wants[sort]))
  )
    return { answer: 'stops', code: 'selinux/type-denied', facts, part: 'type' };
  if (sorts.some((sort) => wants[sort] !== undefined && rights[sort] === undefined))
    return { answer: 'cannot-tell', code: 'selinux/not-in-table', facts, part: 'type' };
  return { answer: 'passes', code: 'selinux/type-allowed', facts, part: 'type' };
}

/** Answers what a table has under a name. The name is the learner's: `constructor` is one like any other. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Answers the type that an old name stands for. */
export function realType(policy: SELinuxPolicy, type: string): string {
  return entryOf(policy.aliases, type) ?? type;
}

function rightsOn(policy: SELinuxPolicy, type: string, object: string): SELinuxRights {
  const row = entryOf(policy.objects, object);
  const own = entryOf(row?.but ?? {}, type);
  if (row === undefined || own !== undefined) return own ?? {};
  return (row.of === 'every-container-type' ? policy.constrained : policy.confined).includes(type) ? row : {};
}

function holds(held: string, wanted: string): boolean {
  return [...wanted].every((letter) => held.includes(letter));
}

/** Null: the level has nothing against it. */
export function judgeLevel({ label, type }: Subject, { object, access }: Omit<ObjectAsk, 'wants'>): Judgement | null {
  const level = label.level.value;
  const order = dominates(level, object.level);
  if (order === 'always') return null;
  const facts = { type, level: levelText(level), object: object.type, objectLevel: levelText(object.level), access };
  return order === 'never'
    ? { answer: 'stops', code: 'selinux/level-denied', facts, part: 'level' }
    : { answer: 'cannot-tell', code: 'selinux/level-by-chance', facts, part: 'level' };
}

/**
 * What an access asks of the label. A folder is written by making or removing a name, so the right to the file of that name is asked
 * too; it gets the folder's type, and the low level of who makes it, which that process always dominates.
 */
export function wantsOf({ access, kind }: Pick<SELinuxFileAsk, 'access' | 'kind'>): SELinuxRights {
  if (access === 'search') return { dir: 's' };
  if (access === 'create' || (access === 'write' && kind === 'directory')) return { dir: 'sw', file: 'w' };
  if (access === 'read') return kind === 'directory' ? { dir: 'l' } : { file: 'r' };
  if (access === 'execute') return kind === 'directory' ? { dir: 's' } : { file: 'x' };
  return kind === 'directory' ? { dir: 'w' } : { file: 'w' };
}
