/** The door of AppArmor profiles: apart from the checker's, so that a page that reads no profile carries none of it. */
export { containerdProfile } from '../../facts/apparmor-containerd.ts';
export { debianIncludes } from '../../facts/apparmor-includes.ts';
export type { Access as AppArmorAccess, Answer as AppArmorAnswer, Asker as AppArmorAsker } from './access.ts';
export type { Policy as AppArmorPolicy } from './policy.ts';
export { decideAppArmor } from './decide.ts';
export { explainAppArmorAnswer, explainAppArmorFinding } from './explain.ts';
export { textOfKnown as appArmorTextOf } from './includes.ts';
export { readAppArmorProfiles } from './read.ts';
export { appArmorWords } from './words.ts';
