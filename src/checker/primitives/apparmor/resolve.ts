/**
 * AppArmor, as far as a node without it goes: a profile asked for by name keeps the pod from starting, silence does not.
 *
 * Fields: `appArmorProfile` (both levels). Not modelled yet: profiles themselves, the annotation, SELinux; on a node that has
 * a security module every operation it could judge is answered 'cannot tell'.
 */
import { containerd } from '../../facts/sources.ts';
import type { AppArmorConfinement } from '../../model/container.ts';
import { inherited } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin, type Resolved } from '../../model/resolved.ts';
import { appArmorAvailable, lsmAllows } from './gate.ts';

const byDefault: Origin = {
  from: 'default',
  of: 'runtime',
  field: 'appArmorProfile',
  cite: containerd('internal/cri/sputil/apparmor_linux.go', 'GenerateApparmorSpecOpts'),
};

export const appArmor = {
  id: 'appArmor',
  needs: [],
  resolve(view, _needed, world): Resolved<AppArmorConfinement> {
    const written = inherited(view, 'appArmorProfile');
    if (written === null)
      return resolved(world.node.appArmor ? { kind: 'runtime-default' } : { kind: 'none' }, byDefault);
    return { ...written, value: confinementOf(written.value) };
  },
  gates: { 'apparmor-available': appArmorAvailable, 'lsm-allows': lsmAllows },
} satisfies Primitive<'appArmor'>;

/** The type alone decides; a name belongs to Localhost (Kubernetes pkg/security/apparmor/helpers.go, GetProfile). */
function confinementOf(profile: { readonly type?: string; readonly localhostProfile?: string }): AppArmorConfinement {
  if (profile.type === 'RuntimeDefault') return { kind: 'runtime-default' };
  if (profile.type === 'Localhost') return { kind: 'localhost', profile: profile.localhostProfile ?? '' };
  return { kind: 'none' };
}
