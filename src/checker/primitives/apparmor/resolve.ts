/**
 * AppArmor, as far as the start goes: a profile asked for keeps the pod off a node without AppArmor, a name that is not loaded
 * keeps the container from starting, silence does neither. A privileged container gets no profile unless one of the node is named.
 *
 * Fields: `appArmorProfile` (both levels), `privileged`. Not modelled yet: profiles themselves, the annotation, SELinux; on a node that has
 * a security module every operation it could judge is answered 'cannot tell'.
 */
import { containerd } from '../../facts/sources.ts';
import type { AppArmor, AppArmorConfinement } from '../../model/container.ts';
import { impliedBy, inherited, inPod } from '../../model/field.ts';
import type { Primitive } from '../../model/primitive.ts';
import { resolved, type Origin } from '../../model/resolved.ts';
import { appArmorAvailable, appArmorProfilePresent, lsmAllows } from './gate.ts';

const cite = containerd('internal/cri/sputil/apparmor_linux.go', 'GenerateApparmorSpecOpts');
const byDefault: Origin = { from: 'default', of: 'runtime', field: 'appArmorProfile', cite };

export const appArmor = {
  id: 'appArmor',
  needs: ['privilegedContainer'],
  resolve(view, { privilegedContainer }, { node }): AppArmor {
    const written = inherited(view, 'appArmorProfile');
    const atPod = view.pod.spec.securityContext?.appArmorProfile;
    const asked =
      askedFor(written) ?? askedFor(atPod && { value: atPod, origin: inPod(view, 'securityContext.appArmorProfile') });
    if (privilegedContainer.value && written?.value.type !== 'Localhost') {
      const overrode = written === null ? [] : [written.origin];
      return { ...resolved({ kind: 'none' }, impliedBy(view, 'securityContext.privileged', cite), overrode), asked };
    }
    if (written === null)
      return { ...resolved({ kind: node.appArmor ? 'runtime-default' : 'none' }, byDefault), asked };
    return { ...written, value: confinementOf(written.value), asked };
  },
  gates: {
    'apparmor-available': appArmorAvailable,
    'apparmor-profile-present': appArmorProfilePresent,
    'lsm-allows': lsmAllows,
  },
} satisfies Primitive<'appArmor', 'privilegedContainer'>;

/** The type alone decides; a name belongs to Localhost (Kubernetes pkg/security/apparmor/helpers.go, GetProfile). */
function confinementOf(profile: { readonly type?: string; readonly localhostProfile?: string }): AppArmorConfinement {
  if (profile.type === 'RuntimeDefault') return { kind: 'runtime-default' };
  if (profile.type === 'Localhost') return { kind: 'localhost', profile: profile.localhostProfile ?? '' };
  return { kind: 'none' };
}

/** Either level asks, also where the other one wins (Kubernetes pkg/security/apparmor/validate.go, isRequired). */
function askedFor(
  written: { readonly value: { readonly type?: string }; readonly origin: Origin } | null | undefined,
): AppArmor['asked'] {
  const type = written?.value.type;
  return written == null || type === undefined || type === 'Unconfined' ? null : { type, origin: written.origin };
}
