/**
 * The `no_new_privs` flag: set for an explicit `allowPrivilegeEscalation: false` and for nothing else. It takes nothing from a
 * process; it stops execve from adding.
 *
 * Field: `securityContext.allowPrivilegeEscalation`; `true` and unset are the same.
 */
import { kubernetes } from '../../facts/sources.ts';
import { inContainer } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';
import { noNewPrivsSet, setuidHonoured } from './gate.ts';

const byDefault: Origin = {
  from: 'default',
  of: 'kubernetes',
  field: 'allowPrivilegeEscalation',
  cite: kubernetes('pkg/securitycontext/util.go', 'AddNoNewPrivileges'),
};

export const noNewPrivs = {
  id: 'noNewPrivs',
  needs: [],
  resolve(view) {
    const written = view.written.securityContext?.allowPrivilegeEscalation;
    if (written === undefined) return resolved(false, byDefault);
    return resolved(!written, inContainer(view, 'securityContext.allowPrivilegeEscalation'));
  },
  gates: { 'setuid-honoured': setuidHonoured, 'no-new-privs-set': noNewPrivsSet },
} satisfies Primitive<'noNewPrivs'>;
