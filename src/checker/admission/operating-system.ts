import type { Refusal } from '../model/diagnostic.ts';
import type { FieldPath } from '../model/pod.ts';
import { refused, type Scene } from './scene.ts';

/** Refused for their presence, whatever they say (validation.go, validateWindows); `runAsNonRoot` and `hostNetwork` may stay. */
const notOnWindows = {
  spec: ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'],
  pod: [
    ...[
      'appArmorProfile',
      'seLinuxOptions',
      'seccompProfile',
      'fsGroup',
      'fsGroupChangePolicy',
      'sysctls',
      'runAsUser',
    ],
    ...['runAsGroup', 'supplementalGroups', 'supplementalGroupsPolicy', 'seLinuxChangePolicy'],
  ],
  container: [
    ...['appArmorProfile', 'seLinuxOptions', 'seccompProfile', 'capabilities', 'readOnlyRootFilesystem', 'privileged'],
    ...['allowPrivilegeEscalation', 'procMount', 'runAsUser', 'runAsGroup'],
  ],
};

/** With `os` unset neither list is looked at. */
export function operatingSystemRefusals(scene: Scene): readonly Refusal[] {
  const { os } = scene.spec;
  if (os === undefined) return [];
  const { name = '' } = os;
  if (name === '') {
    const found = { code: 'admission/os-name-missing', facts: {}, path: 'spec.os.name' } as const;
    return [refused(scene, { ...found, type: 'Required', detail: '' })];
  }
  if (name === 'linux') return windowsOptions(scene);
  if (name === 'windows') return linuxFields(scene);
  const facts = { field: 'os.name', value: name, supported: ['linux', 'windows'] };
  const found = { code: 'admission/unsupported-value', facts, path: 'spec.os', at: 'spec.os.name' } as const;
  return [refused(scene, { ...found, type: 'NotSupported', detail: 'supported values: "linux", "windows"' })];
}

function windowsOptions(scene: Scene): readonly Refusal[] {
  return contextsOf(scene)
    .filter(({ context }) => 'windowsOptions' in context)
    .map(({ path: at }) => {
      const path = `${at}.windowsOptions`;
      const detail = 'windows options cannot be set for a linux pod';
      return refused(scene, { code: 'admission/windows-options-on-linux', facts: {}, path, type: 'Forbidden', detail });
    });
}

function linuxFields(scene: Scene): readonly Refusal[] {
  const inSpec = notOnWindows.spec.filter((field) => field in scene.spec).map((field) => `spec.${field}`);
  const inContexts = contextsOf(scene).flatMap(({ path, context, fields }) =>
    fields.filter((field) => field in context).map((field) => `${path}.${field}`),
  );
  return [...inSpec, ...inContexts].map((path) => {
    const facts = { field: path.slice(path.lastIndexOf('.') + 1) };
    const detail = 'cannot be set for a windows pod';
    return refused(scene, { code: 'admission/linux-field-on-windows', facts, path, type: 'Forbidden', detail });
  });
}

interface ContextAt {
  readonly path: FieldPath;
  readonly context: object;
  readonly fields: readonly string[];
}

function contextsOf(scene: Scene): readonly ContextAt[] {
  const pod = { path: 'spec.securityContext', context: scene.spec.securityContext ?? {}, fields: notOnWindows.pod };
  const containers = scene.containers.map(({ path, context }) => ({
    path: `${path}.securityContext`,
    context,
    fields: notOnWindows.container,
  }));
  return [pod, ...containers];
}
