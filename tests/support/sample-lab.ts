import type { LabDefinition } from '../../src/checker/index.ts';
import { pod, sourceOf, withData } from './pods.ts';
import { world } from './verdicts.ts';

/** A small lab for the laws: root must lose two powers and keep a port, as in the lab `who-am-i`. */
export const sampleLab: LabDefinition = {
  id: 'sample',
  world,
  start: [sourceOf(pod(withData))],
  startsAs: 'works',
  criteria: [
    {
      id: 'give-away',
      must: 'be-blocked',
      title: 'Give away a file of somebody else',
      container: 'app',
      operations: [{ id: 'chown-foreign-file', parameters: { volume: 'data' } }],
    },
    {
      id: 'listen-raw',
      must: 'be-blocked',
      title: 'Open a raw socket',
      container: 'app',
      operations: [{ id: 'raw-socket', parameters: {} }],
    },
    {
      id: 'serve',
      must: 'keep-working',
      title: 'Serve on port 8080',
      container: 'app',
      operations: [{ id: 'bind-port', parameters: { port: 8080 } }],
    },
  ],
  mayWiden: [],
  mayEdit: [],
  mayNotEdit: [],
};
