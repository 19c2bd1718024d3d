/**
 * What the container sees where: its volumes over the image's root file system. Asked whether a path takes writes, whether a
 * file is there at all, and whether the container's own program is.
 *
 * Fields: `volumeMounts`, `volumes`, `readOnlyRootFilesystem`. Not modelled: subPath, recursive read-only, propagation,
 * nosuid and noexec.
 */
import type { Mount } from '../../model/container.ts';
import { inContainer } from '../../model/field.ts';
import { normalisePath } from '../../model/path.ts';
import type { Primitive } from '../../model/primitive.ts';
import { entryProgramVisible, fileVisible, mountPointsMade, writableMount } from './gate.ts';

export const mounts = {
  id: 'mounts',
  needs: [],
  resolve(view): readonly Mount[] {
    const volumes = view.pod.spec.volumes ?? [];
    return (view.written.volumeMounts ?? []).map((written, index) => {
      const field = `volumeMounts[${index}]`;
      return {
        path: normalisePath(written.mountPath ?? '/'),
        volume: written.name ?? '',
        source: volumes.find(({ name }) => name === written.name)?.source ?? 'emptyDir',
        readOnly: written.readOnly === true,
        origin: inContainer(view, field),
        readOnlyOrigin: written.readOnly === true ? inContainer(view, `${field}.readOnly`) : null,
      };
    });
  },
  gates: {
    'writable-mount': writableMount,
    'file-visible': fileVisible,
    'mount-points-made': mountPointsMade,
    'entry-program-visible': entryProgramVisible,
  },
} satisfies Primitive<'mounts'>;
