/** The pods of the front page. Each is whole; the page shows what differs. */

/** Answers a pod whose one container has this security context. */
function podWith(...context: readonly string[]): string {
  const lines = context.map((line) => `        ${line}\n`);
  return `apiVersion: v1
kind: Pod
metadata:
  name: billing-api
spec:
  containers:
    - name: api
      image: billing-api:4.2
      securityContext:
${lines.join('')}`;
}

const emptied = ['runAsUser: 1000', 'capabilities:', '  drop: [ALL]'];

/** Two states of one pod, a line apart. */
export const proof = {
  does: 'setuid-binary',
  before: podWith(...emptied, '# and nothing else'),
  after: podWith(...emptied, 'allowPrivilegeEscalation: false'),
  first: 5,
  line: 13,
};

/** A pod in which two walls stand behind each other. */
export const deep = {
  does: 'mount-tmpfs',
  text: podWith('seccompProfile:', '  type: RuntimeDefault', 'capabilities:', '  drop: [ALL]'),
};

/** What many people say of these is not what the kernel says. The answers are computed. */
export const surprises = [
  { pod: 'uid 1000, drop ALL', does: 'bind-port-80', text: podWith(...emptied) },
  {
    pod: 'uid 1000, add NET_RAW',
    does: 'raw-socket',
    text: podWith('runAsUser: 1000', 'capabilities:', '  add: [NET_RAW]'),
  },
  { pod: 'uid 1000, drop ALL', does: 'setuid-binary', text: podWith(...emptied) },
  { pod: 'root, drop CAP_NET_RAW', does: 'packet-socket', text: podWith('capabilities:', '  drop: [CAP_NET_RAW]') },
  { pod: 'root, no escalation', does: 'chown-foreign-file', text: podWith('allowPrivilegeEscalation: false') },
];
