import { defaultLabel, unlabelledType } from '../../facts/selinux-labels.ts';
import { linux, runc } from '../../facts/sources.ts';
import type { Answer } from '../../model/primitive.ts';
import { beating, reasonsOf } from '../../model/reason.ts';
import type { Resolved } from '../../model/resolved.ts';
import type { ProcessLabel, SELinux, SELinuxPolicy, SELinuxWorld } from '../../model/selinux.ts';
import { realType } from './judge.ts';
import { rangeOf } from './levels.ts';
import type { SELinuxCodes } from './messages.ts';
import type { LabelledContainer } from './objects.ts';

const reason = reasonsOf<SELinuxCodes>();
const citeRead = linux('security/selinux/ss/services.c', 'string_to_context_struct');
const citeLevel = linux('security/selinux/ss/mls.c', 'mls_context_to_sid');
const citeSet = runc('libcontainer/standard_init_linux.go', 'Init');

/** Does the kernel know the label of the sandbox? Without one no container of the pod is made. */
export function seLinuxSandboxAccepted(
  _asked: unknown,
  { seLinux }: Pick<LabelledContainer, 'seLinux'>,
  world: SELinuxWorld,
): Answer {
  return seLinux.sandbox === null ? nothingGiven(seLinux) : accepted(seLinux.sandbox, world);
}

/**
 * Does the kernel know the label? The runtime writes it before the program runs, for the keyring first, and one that is not in the
 * policy is EINVAL, in permissive mode too. The level is the one of the files, which a privileged container has too.
 */
export function seLinuxLabelAccepted(
  _asked: unknown,
  { seLinux }: Pick<LabelledContainer, 'seLinux'>,
  world: SELinuxWorld,
): Answer {
  const { label, files } = seLinux;
  if (label === null) return nothingGiven(seLinux);
  return accepted(files === null ? label : { ...label, level: { ...files, value: files.value.level } }, world);
}

function nothingGiven({ label }: SELinux): Answer {
  const told =
    label === null
      ? reason('selinux/not-on-node', {}, [], citeRead)
      : reason('selinux/no-label-given', {}, [label.type.origin], citeSet);
  return { answer: 'passes', layer: 'runtime', reason: told };
}

function accepted(label: ProcessLabel, world: SELinuxWorld): Answer {
  const layer = 'runtime';
  const { level, type } = label;
  if (level.value.kind === 'written' && rangeOf(level.value.text) === null) {
    const told = reason('selinux/level-unknown', { level: level.value.text }, [level.origin], citeLevel);
    return { answer: 'stops', layer, reason: beating(told, level) };
  }
  for (const part of ['user', 'role'] as const) {
    const { value, origin } = label[part];
    if (value !== defaultLabel[part])
      return {
        answer: 'cannot-tell',
        layer,
        reason: reason('selinux/part-unknown', { part, value }, [origin], citeRead),
      };
  }
  return { layer, ...typeAccepted(type, world) };
}

function typeAccepted(type: Resolved<string>, { tables, node }: SELinuxWorld): Omit<Answer, 'layer'> {
  const policy = tables.seLinuxPolicy;
  const name = policy === undefined ? type.value : realType(policy, type.value);
  const told = (code: 'label-accepted' | 'type-no-process' | 'type-missing' | 'type-unknown') =>
    beating(reason(`selinux/${code}`, { type: type.value }, [type.origin], citeSet), type);
  if (isProcessType(policy, name)) return { answer: 'passes', reason: told('label-accepted') };
  if (policy !== undefined && Object.hasOwn(policy.objects, name))
    return { answer: 'stops', reason: told('type-no-process') };
  if (node.seLinuxTypes === undefined) return { answer: 'cannot-tell', reason: told('type-unknown') };
  return node.seLinuxTypes.includes(name)
    ? { answer: 'passes', reason: told('label-accepted') }
    : { answer: 'stops', reason: told('type-missing') };
}

/** These two are there wherever SELinux knows containers. */
function isProcessType(policy: SELinuxPolicy | undefined, name: string): boolean {
  const known = policy === undefined ? [] : [...policy.constrained, ...policy.unconfined];
  return name === defaultLabel.type || name === unlabelledType || known.includes(name);
}
