/**
 * What the container sees where: its volumes over the image's root file system. Asked whether a path takes writes, whether a
 * file is there at all, and whether the container's own program is.
 *
 * Fields: `volumeMounts`, `volumes` (also the `readOnly` of a source, which holds for every mount of it: Kubernetes
 * pkg/kubelet/kubelet_pods.go, makeMounts, mustMountRO), `readOnlyRootFilesystem`. Not modelled: what `subPath` shows, recursive read-only,
 * propagation, nosuid and noexec.
 */
import type { Mount } from '../../model/container.ts';
import { inContainer, inPod } from '../../model/field.ts';
import { normalisePath } from '../../model/path.ts';
import type { Primitive } from '../../model/primitive.ts';
import { entryProgramVisible, fileKind, fileVisible, mountPointsMade, writableMount } from './gate.ts';

/** Volumes that the kubelet mounts read-only whatever the pod says (their GetAttributes in Kubernetes pkg/volume). */
const alwaysReadOnly: readonly string[] = ['configMap', 'secret', 'downwardAPI', 'projected', 'image'];

export const mounts = {
  id: 'mounts',
  needs: [],
  resolve(view): readonly Mount[] {
    const volumes = view.pod.spec.volumes ?? [];
    return (view.written.volumeMounts ?? []).map((written, index) => {
      const field = `volumeMounts[${index}]`;
      const at = volumes.findIndex(({ name }) => name === written.name);
      const source = volumes[at]?.sources.at(-1) ?? 'emptyDir';
      const bySource = volumes[at]?.readOnly === true;
      const part = written.subPath ? 'subPath' : written.subPathExpr ? 'subPathExpr' : null;
      return {
        path: normalisePath(written.mountPath ?? '/'),
        volume: written.name ?? '',
        source,
        readOnly: written.readOnly === true || bySource || alwaysReadOnly.includes(source),
        origin: inContainer(view, field),
        readOnlyOrigin:
          written.readOnly === true
            ? inContainer(view, `${field}.readOnly`)
            : bySource
              ? inPod(view, `volumes[${at}].${source}.readOnly`)
              : null,
        partOrigin: part === null ? null : inContainer(view, `${field}.${part}`),
      };
    });
  },
  gates: {
    'writable-mount': writableMount,
    'file-visible': fileVisible,
    'file-kind': fileKind,
    'mount-points-made': mountPointsMade,
    'entry-program-visible': entryProgramVisible,
  },
} satisfies Primitive<'mounts'>;
