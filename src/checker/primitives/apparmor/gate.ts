import { linux } from '../../facts/sources.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { AppArmorCodes } from './messages.ts';

const reason = reasonsOf<AppArmorCodes>();
const citeHooks = linux('security/security.c', 'call_int_hook');

/** Kubelet admission: a profile asked for by name needs a node with AppArmor ("Cannot enforce AppArmor"). */
export const appArmorAvailable: Gate<'apparmor-available'> = ({ cite }, { appArmor }, { node }) => {
  const { asked, origin } = appArmor;
  if (asked === null)
    return { answer: 'passes', layer: 'kubelet', reason: reason('apparmor/not-asked', {}, [origin], cite) };
  const code = node.appArmor ? 'apparmor/available' : 'apparmor/not-on-node';
  return {
    answer: node.appArmor ? 'passes' : 'stops',
    layer: 'kubelet',
    reason: reason(code, { type: asked.type }, [asked.origin], cite),
  };
};

const codes = {
  passes: 'apparmor/profile-present',
  stops: 'apparmor/profile-missing',
  'cannot-tell': 'apparmor/profile-unknown',
} as const;

/** Is the profile that is named loaded on the node? The runtime looks when it creates the container. */
export const appArmorProfilePresent: Gate<'apparmor-profile-present'> = ({ cite }, { appArmor }, { node }) => {
  const { value, origin } = appArmor;
  if (value.kind !== 'localhost')
    return { answer: 'passes', layer: 'runtime', reason: reason('apparmor/no-name-given', {}, [origin], cite) };
  const { profile } = value;
  const loaded = node.appArmorProfiles;
  const answer = loaded === undefined ? 'cannot-tell' : loaded.includes(profile) ? 'passes' : 'stops';
  return { answer, layer: 'runtime', reason: reason(codes[answer], { profile }, [origin], cite) };
};

/** Asked only on a node with a security module. What a policy says is not modelled yet; where there is none, nobody says no. */
export const lsmAllows: Gate<'lsm-allows'> = (_asked, { appArmor }, { node }) => {
  const isFree = appArmor.value.kind === 'none' && !node.seLinux;
  return {
    answer: isFree ? 'passes' : 'cannot-tell',
    layer: node.seLinux ? 'selinux' : 'apparmor',
    reason: reason(`apparmor/${isFree ? 'unconfined' : 'not-modelled'}`, {}, [appArmor.origin], citeHooks),
  };
};
