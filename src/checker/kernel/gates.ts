/** Who answers which question: one gate per kind, and a kind without one does not compile. */
import type { Gate } from '../model/primitive.ts';
import type { QuestionKind } from '../model/requirement.ts';
import { primitives } from '../primitives/index.ts';
import { admitted } from './admitted.ts';
import { initContainersRan } from './init-containers-ran.ts';

export const gates: { readonly [K in QuestionKind]: Gate<K> } = {
  admitted,
  'init-containers-ran': initContainersRan,
  ...primitives.user.gates,
  ...primitives.userNamespace.gates,
  ...primitives.noNewPrivs.gates,
  ...primitives.capabilities.gates,
  ...primitives.seccomp.gates,
  ...primitives.appArmor.gates,
  ...primitives.placement.gates,
  ...primitives.sysctls.gates,
  ...primitives.mounts.gates,
};
