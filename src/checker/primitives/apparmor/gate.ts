import { kubernetes, linux } from '../../facts/sources.ts';
import type { Gate } from '../../model/primitive.ts';
import { reasonsOf } from '../../model/reason.ts';
import type { AppArmorCodes } from './messages.ts';

const reason = reasonsOf<AppArmorCodes>();
const citeValidate = kubernetes('pkg/security/apparmor/validate.go', 'Validate');
const citeHooks = linux('security/security.c', 'call_int_hook');

/** Kubelet admission: a profile asked for by name needs a node with AppArmor ("Cannot enforce AppArmor"). */
export const appArmorAvailable: Gate<'apparmor-available'> = (_asked, { appArmor }, { node }) => {
  const { asked } = appArmor;
  if (asked === null || node.appArmor) {
    return {
      answer: 'passes',
      layer: 'kubelet',
      reason: reason('apparmor/not-asked', {}, [appArmor.origin], citeValidate),
    };
  }
  return {
    answer: 'stops',
    layer: 'kubelet',
    reason: reason('apparmor/not-on-node', { type: asked.type }, [asked.origin], citeValidate),
  };
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
