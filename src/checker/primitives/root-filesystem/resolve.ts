/**
 * Whether the image's own files can be changed: `readOnlyRootFilesystem` becomes the OCI `root.readonly`. Volumes, /dev and
 * /dev/shm stay writable, so the question 'may this path be written' is the mounts' (`primitives/mounts`).
 *
 * Field: `securityContext.readOnlyRootFilesystem`; also with `privileged`, which does not override it.
 */
import { kubernetes } from '../../facts/sources.ts';
import { inContainer } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';

const byDefault: Origin = {
  from: 'default',
  of: 'kubernetes',
  field: 'readOnlyRootFilesystem',
  cite: kubernetes('pkg/securitycontext/util.go', 'DetermineEffectiveSecurityContext'),
};

export const rootFilesystem = {
  id: 'rootFilesystem',
  needs: [],
  resolve(view) {
    const written = view.written.securityContext?.readOnlyRootFilesystem;
    if (written === undefined) return resolved('read-write', byDefault);
    return resolved(written ? 'read-only' : 'read-write', inContainer(view, 'securityContext.readOnlyRootFilesystem'));
  },
  gates: {},
} satisfies Primitive<'rootFilesystem'>;
