import type { JudgedContainer, JudgedPod } from '../check.ts';
import { objection } from '../messages.ts';
import type { WrittenHandler } from '../../model/pod.ts';
import type { Objection } from '../violation.ts';

export function hostProbesAndHostLifecycle({ containers }: JudgedPod): readonly Objection[] {
  return containers.flatMap((container) =>
    handlersOf(container).flatMap(({ path, handler = {} }) =>
      (['httpGet', 'tcpSocket'] as const).flatMap((kind) => {
        const host = handler[kind]?.host ?? '';
        const at = { path: `${container.path}.${path}.${kind}.host`, container: container.name };
        return host === '' ? [] : [objection({ code: 'pod-security/host-of-handler', facts: { host }, ...at })];
      }),
    ),
  );
}

interface HandlerAt {
  /** Counts from the container. */
  readonly path: string;
  readonly handler: WrittenHandler | undefined;
}

function handlersOf({ written }: JudgedContainer): readonly HandlerAt[] {
  const { livenessProbe, readinessProbe, startupProbe, lifecycle } = written;
  return [
    { path: 'livenessProbe', handler: livenessProbe },
    { path: 'readinessProbe', handler: readinessProbe },
    { path: 'startupProbe', handler: startupProbe },
    { path: 'lifecycle.postStart', handler: lifecycle?.postStart },
    { path: 'lifecycle.preStop', handler: lifecycle?.preStop },
  ];
}
