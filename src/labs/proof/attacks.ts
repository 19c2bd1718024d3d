/**
 * What must never solve a lab: a right answer with something thrown open beside it, and a pod whose targets are gone,
 * renamed, hidden or never started. Deny lists of tested names come with the first lab about system calls.
 */
import type { LabFolder } from '../lab-folder.ts';
import { containersIn, copyOf, draftsOf, listIn, mapIn, textOf, type DraftMap } from './draft.ts';

interface Attack {
  readonly name: string;
  readonly text: string;
}

type Change = (draft: DraftMap) => void;

/** Answers every attack on a lab: each of its solutions made wider or emptied, and its open pod with mounts over each path. */
export function attacksOn(lab: LabFolder): readonly Attack[] {
  const { world } = lab.definition;
  const variants = (base: string, name: string, changes: Readonly<Record<string, Change>>): Attack[] =>
    Object.entries(changes).map(([did, change]) => {
      const drafts = draftsOf(base, world).map((draft) => copyOf(draft));
      for (const draft of drafts) change(draft);
      return { name: `${name}, ${did}`, text: textOf(drafts) };
    });
  const open = lab.attempts.find(({ name }) => name === lab.positiveControl);
  return [
    ...lab.solutions.flatMap(({ name, text }) => variants(text, name, { ...wider, ...without })),
    ...variants(open?.text ?? lab.start, open?.name ?? 'start', covers(lab)),
  ];
}

const wider: Readonly<Record<string, Change>> = {
  privileged: (draft) => {
    for (const container of containersIn(draft)) mapIn(container, 'securityContext')['privileged'] = true;
  },
  'privileged, and escalation left open': (draft) => {
    for (const container of containersIn(draft)) {
      const context = mapIn(container, 'securityContext');
      context['privileged'] = true;
      delete context['allowPrivilegeEscalation'];
    }
  },
  'with add of ALL beside its drops': (draft) => {
    for (const container of containersIn(draft)) {
      const lists = mapIn(mapIn(container, 'securityContext'), 'capabilities');
      lists['drop'] = (listIn(lists, 'drop') as unknown as string[]).filter((name) => name !== 'ALL');
      lists['add'] = ['ALL'];
    }
  },
  'with the processes of the node': (draft) => {
    mapIn(draft, 'spec')['hostPID'] = true;
  },
  'with the network of the node': (draft) => {
    mapIn(draft, 'spec')['hostNetwork'] = true;
  },
  'with the files of the node': (draft) => {
    listIn(mapIn(draft, 'spec'), 'volumes').push({ name: 'node', hostPath: { path: '/' } });
    for (const container of containersIn(draft))
      listIn(container, 'volumeMounts').push({ name: 'node', mountPath: '/node' });
  },
  'with the files of the node behind an emptyDir': (draft) => {
    listIn(mapIn(draft, 'spec'), 'volumes').push({ name: 'node', emptyDir: {}, hostPath: { path: '/' } });
    for (const container of containersIn(draft))
      listIn(container, 'volumeMounts').push({ name: 'node', mountPath: '/node' });
  },
  'with a root container beside it': (draft) => {
    listIn(mapIn(draft, 'spec'), 'containers').push({
      name: 'beside',
      image: 'busybox:1',
      securityContext: { runAsUser: 0 },
    });
  },
};

const without: Readonly<Record<string, Change>> = {
  'with its containers renamed': (draft) => {
    for (const container of containersIn(draft)) container['name'] = `${String(container['name'])}-2`;
  },
  'with the pod renamed': (draft) => {
    mapIn(draft, 'metadata')['name'] = 'other';
  },
  'with another image': (draft) => {
    for (const container of containersIn(draft)) container['image'] = 'pause:3';
  },
  'with its volumes and mounts gone': (draft) => {
    delete mapIn(draft, 'spec')['volumes'];
    for (const container of containersIn(draft)) delete container['volumeMounts'];
  },
  'with every volume mounted twice': (draft) => {
    for (const container of containersIn(draft)) {
      const mounts = listIn(container, 'volumeMounts');
      mounts.unshift(...mounts.map((mount, index) => ({ ...mount, mountPath: `/mnt/${index}`, readOnly: true })));
    }
  },
  'as a Deployment of none': (draft) => {
    const { metadata = {}, spec = {} } = copyOf(draft);
    for (const field of Object.keys(draft)) Reflect.deleteProperty(draft, field);
    const labels = { app: 'x' };
    const template = { metadata: { labels }, spec };
    Object.assign(draft, { apiVersion: 'apps/v1', kind: 'Deployment', metadata });
    draft['spec'] = { replicas: 0, selector: { matchLabels: labels }, template };
  },
};

/** An emptyDir over each directory above each file that a criterion names: the open pod stays open, or the file is lost. */
function covers({ definition }: LabFolder): Readonly<Record<string, Change>> {
  const paths = definition.criteria
    .flatMap(({ operations }) => operations)
    .map(({ parameters }) => parameters['path'])
    .filter((path) => typeof path === 'string');
  const folders = new Set(['/usr', '/usr/libexec', ...paths.flatMap(foldersAbove)]);
  return Object.fromEntries(
    [...folders].flatMap((folder) => [
      [`an emptyDir over ${folder}`, covering(folder, {})],
      [`a read-only emptyDir over ${folder}`, covering(folder, { readOnly: true })],
    ]),
  );
}

function covering(folder: string, options: DraftMap): Change {
  return (draft) => {
    listIn(mapIn(draft, 'spec'), 'volumes').push({ name: 'cover', emptyDir: {} });
    for (const container of containersIn(draft))
      listIn(container, 'volumeMounts').push({ name: 'cover', mountPath: folder, ...options });
  };
}

function foldersAbove(path: string): string[] {
  const names = path.split('/').slice(1, -1);
  return names.map((_, index) => `/${names.slice(0, index + 1).join('/')}`);
}
