import type { Refusal } from '../model/diagnostic.ts';
import type { FieldPath, SharedSecurityContext } from '../model/pod.ts';
import { refused, type Scene } from './scene.ts';
import { notDescending, oneOf } from './values.ts';

type ProfileField = 'seccompProfile' | 'appArmorProfile';

interface ProfileAt {
  readonly field: ProfileField;
  readonly path: FieldPath;
  readonly type: string | undefined;
  readonly localhostProfile: string | undefined;
}

/** Seccomp and AppArmor profiles of the pod and of every container: the same words, and two ways to name a file or profile. */
export function profileRefusals(scene: Scene): readonly Refusal[] {
  return [
    ...profilesIn('spec.securityContext', scene.spec.securityContext ?? {}),
    ...scene.containers.flatMap(({ path, context }) => profilesIn(`${path}.securityContext`, context)),
  ].flatMap((profile) => [...typeRefusals(scene, profile), ...nameRefusals(scene, profile)]);
}

function profilesIn(path: FieldPath, context: SharedSecurityContext): readonly ProfileAt[] {
  return (['seccompProfile', 'appArmorProfile'] as const).flatMap((field) => {
    const profile = context[field];
    if (profile === undefined) return [];
    return [{ field, path: `${path}.${field}`, type: profile.type, localhostProfile: profile.localhostProfile }];
  });
}

function typeRefusals(scene: Scene, { field, path: at, type }: ProfileAt): readonly Refusal[] {
  const path = `${at}.type`;
  if (type === undefined || type === '') {
    const detail = `type is required when ${field} is set`;
    return [
      refused(scene, { code: 'admission/profile-type-missing', facts: { field }, path, type: 'Required', detail }),
    ];
  }
  return oneOf(scene, { path, value: type, supported: ['Localhost', 'RuntimeDefault', 'Unconfined'] });
}

function nameRefusals(scene: Scene, profile: ProfileAt): readonly Refusal[] {
  const { field, path: at, type, localhostProfile: name } = profile;
  const path = `${at}.localhostProfile`;
  const facts = { field };
  const word = field === 'seccompProfile' ? 'seccomp' : 'AppArmor';
  if (type !== 'Localhost') {
    if (name === undefined) return [];
    const detail = `can only be set when ${word} type is Localhost`;
    return [refused(scene, { code: 'admission/profile-unused', facts, path, type: 'Invalid', detail })];
  }
  // An empty seccomp name passes the API server; the kubelet then fails the container.
  if (name === undefined || (name === '' && field === 'appArmorProfile')) {
    const detail = `must be set when ${word} type is Localhost`;
    return [refused(scene, { code: 'admission/profile-missing', facts, path, type: 'Required', detail })];
  }
  return field === 'seccompProfile' ? seccompPath(scene, { path, name }) : appArmorName(scene, { path, name });
}

/** A file below the kubelet's seccomp folder. */
function seccompPath(scene: Scene, { path, name }: { path: FieldPath; name: string }): readonly Refusal[] {
  const found = { code: 'admission/profile-path', facts: { name }, path, type: 'Invalid' } as const;
  return notDescending(name).map((detail) => refused(scene, { ...found, detail }));
}

/** The name of a profile that is loaded in the kernel, no path: slashes and dots are not looked at. */
function appArmorName(scene: Scene, { path, name }: { path: FieldPath; name: string }): readonly Refusal[] {
  const found = { code: 'admission/profile-name', facts: {}, path } as const;
  if (name.trim() !== name)
    return [refused(scene, { ...found, type: 'Invalid', detail: 'must not be padded with whitespace' })];
  if (name.length <= 4095) return [];
  return [refused(scene, { ...found, type: 'TooLong', detail: 'may not be more than 4095 bytes' })];
}
