import type { Criterion, LabDefinition, OperationCall, Source } from '../../src/checker/index.ts';
import { world } from '../support/verdicts.ts';

/** Forty lines, as a team keeps them: two containers, a volume each, comments where somebody once asked. */
const text = (answer: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: relay
  labels:
    app.kubernetes.io/name: relay
    app.kubernetes.io/part-of: mail
spec:
  hostUsers: false
  securityContext:
    runAsNonRoot: false
    seccompProfile:
      type: RuntimeDefault
  containers:
    # Takes mail in and gives it to its owner.
    - name: relay
      image: registry.example/relay:0.9
      ports:
        - containerPort: 25
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop: [${answer}]
          add: [SETUID, SETGID, CHOWN]
      volumeMounts:
        - name: data
          mountPath: /var/spool/relay
    - name: metrics
      image: registry.example/metrics:2.1
      securityContext:
        runAsUser: 1000
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      volumeMounts:
        - name: data
          mountPath: /var/spool/relay
          readOnly: true
  volumes:
    - name: data
      emptyDir: {}
`;

const source = (answer: string): Source => ({ file: 'pod.yaml', text: text(answer), language: 'kubernetes' });
const onSpool = { volume: 'data' };

function criterion(must: Criterion['must'], container: string, call: OperationCall): Criterion {
  return { id: `${container}-${call.id}`, must, title: call.id, container, operations: [call] };
}

export const typicalAnswer = source('ALL');

export const typicalLab: LabDefinition = {
  id: 'typical',
  world,
  start: [source('')],
  startsAs: 'works',
  criteria: [
    criterion('be-blocked', 'relay', { id: 'mknod-char', parameters: {} }),
    criterion('be-blocked', 'relay', { id: 'raw-socket', parameters: {} }),
    criterion('be-blocked', 'relay', { id: 'packet-socket', parameters: {} }),
    criterion('be-blocked', 'relay', { id: 'set-file-caps', parameters: onSpool }),
    criterion('be-blocked', 'relay', { id: 'chroot', parameters: {} }),
    criterion('be-blocked', 'metrics', { id: 'chown-foreign-file', parameters: onSpool }),
    criterion('keep-working', 'relay', { id: 'bind-port', parameters: { port: 25 } }),
    criterion('keep-working', 'relay', { id: 'setuid-call', parameters: {} }),
    criterion('keep-working', 'relay', { id: 'setgroups-call', parameters: {} }),
    criterion('keep-working', 'relay', { id: 'chown-own-file', parameters: onSpool }),
  ],
  mayWiden: [],
  mayEdit: [],
  mayNotEdit: [],
};
