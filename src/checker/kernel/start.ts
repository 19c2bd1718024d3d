import type { EffectiveContainer } from '../model/container.ts';
import type { HeldInitContainer } from '../model/requirement.ts';
import type { Step } from '../model/verdict.ts';
import type { World } from '../model/world.ts';
import { containerRequirements, initContainersRan, podRequirements } from '../operations/start.ts';
import { walk } from './walk.ts';

/**
 * Answers for each container of a pod the questions that stand before every operation of it. INVARIANT: the containers come in
 * the order in which they start.
 */
export function startsOf(containers: readonly EffectiveContainer[], world: World): readonly (readonly Step[])[] {
  const asked = containers.map((container) => walk(podRequirements, { container, world }, 'reached'));
  // Ephemeral containers come to a pod that was let in without them.
  const rejected = asked.find((steps, index) => isStopped(steps) && containers[index]?.role !== 'ephemeral');
  let held: HeldInitContainer | null = null;
  return containers.map((container, index) => {
    const own = asked[index] ?? [];
    const pod = isStopped(own) ? own : (rejected ?? own);
    const waits = held !== null && container.role !== 'ephemeral' ? [initContainersRan(held)] : [];
    const from = isStopped(pod) ? 'not-reached' : 'reached';
    const steps = walk([...waits, ...containerRequirements], { container, world }, from);
    held ??= heldBy(container, steps);
    return [...pod, ...steps];
  });
}

function isStopped(steps: readonly Step[]): boolean {
  return steps.some(({ answer }) => answer === 'stops');
}

/**
 * Init containers and sidecars start one after the other, before all others. Only ephemeral containers wait for none (Kubernetes
 * pkg/kubelet/kuberuntime/kuberuntime_manager.go, SyncPod, steps 5 to 7).
 */
function heldBy({ name, role }: EffectiveContainer, steps: readonly Step[]): HeldInitContainer | null {
  if (role !== 'init' && role !== 'sidecar') return null;
  const step = steps.find(({ answer }) => answer === 'stops') ?? steps.find(({ answer }) => answer === 'cannot-tell');
  if (step === undefined || step.answer === 'passes') return null;
  return { name, answer: step.answer, origins: step.reason.origins };
}
