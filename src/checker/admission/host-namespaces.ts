import type { Refusal } from '../model/diagnostic.ts';
import { placeNear } from '../model/field-path.ts';
import { refused, type Scene } from './scene.ts';

/** A pod with a user namespace of its own shares no other one with the node, and gets no raw block devices. */
export function hostNamespaceRefusals(scene: Scene): readonly Refusal[] {
  return [...besideUserNamespace(scene), ...sharedProcesses(scene)];
}

/** `spec.HostPID` and `spec.HostIPC` are the API server's spelling (validation.go, validateHostUsers). */
const shared = [
  { field: 'hostNetwork', path: 'spec.hostNetwork' },
  { field: 'hostPID', path: 'spec.HostPID' },
  { field: 'hostIPC', path: 'spec.HostIPC' },
] as const;

function besideUserNamespace(scene: Scene): readonly Refusal[] {
  const { spec, document } = scene;
  if (spec.hostUsers !== false) return [];
  const detail = 'when `hostUsers` is false';
  const related = [{ span: placeNear(document, 'spec.hostUsers').value, role: 'conflicts' as const }];
  const namespaces = shared
    .filter(({ field }) => spec[field] === true)
    .map(({ field, path }) => {
      const found = { code: 'admission/shared-beside-user-namespace', facts: { field }, related } as const;
      return refused(scene, { ...found, path, at: `spec.${field}`, type: 'Forbidden', detail });
    });
  const devices = scene.containers
    .filter(({ written }) => (written.volumeDevices ?? []).length > 0)
    .map(({ path }) => {
      const found = { code: 'admission/devices-beside-user-namespace', facts: {}, related } as const;
      return refused(scene, { ...found, path: `${path}.volumeDevices`, type: 'Forbidden', detail });
    });
  return [...namespaces, ...devices];
}

/** The API server looks for both in the security context, where they stood in its internal type. */
function sharedProcesses(scene: Scene): readonly Refusal[] {
  if (scene.spec.shareProcessNamespace !== true || scene.spec.hostPID !== true) return [];
  const related = [{ span: placeNear(scene.document, 'spec.hostPID').value, role: 'conflicts' as const }];
  const found = { code: 'admission/shared-processes-twice', facts: {}, related } as const;
  const path = 'spec.securityContext.shareProcessNamespace';
  const detail = 'ShareProcessNamespace and HostPID cannot both be enabled';
  return [refused(scene, { ...found, path, at: 'spec.shareProcessNamespace', type: 'Invalid', detail })];
}
