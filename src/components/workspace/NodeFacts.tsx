import type { JSX } from 'preact';
import type { World } from '../../checker/index.ts';
import type { Part } from './Workspace.tsx';

/** The ground on which the pod lands: what the learner does not write and the verdict stands on. */
export function NodeFacts({ data, embedded }: Part): JSX.Element {
  const Title = embedded ? 'h4' : 'h2';
  return (
    <>
      <Title>The node</Title>
      <dl class="node">
        {factsOf(data.definition.world).map(({ name, fact }) => (
          <div>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function factsOf({ kubernetes, node, images, defaultImage }: World): readonly { name: string; fact: string }[] {
  const users = Object.entries(images);
  const named = users.map(([container, { user }]) => ({
    name: users.length === 1 ? 'Image user' : `Image user, ${container}`,
    fact: userInWords(user),
  }));
  return [
    { name: 'Kubernetes', fact: `${kubernetes.version}${node.seccompDefault ? '' : ', no seccompDefault'}` },
    { name: 'Runtime', fact: `${node.runtime.name} ${node.runtime.version}, ${node.ociRuntime}` },
    { name: 'Kernel', fact: `Linux ${node.kernel}` },
    { name: 'LSM', fact: modulesInWords(node) },
    ...(named.length > 0 ? named : [{ name: 'Image user', fact: userInWords(defaultImage.user) }]),
  ];
}

function modulesInWords({ appArmor, seLinux }: World['node']): string {
  const loaded = [...(appArmor ? ['AppArmor'] : []), ...(seLinux ? ['SELinux'] : [])];
  return loaded.length === 0 ? 'neither AppArmor nor SELinux' : loaded.join(', ');
}

function userInWords(user: number | string | null): string {
  return user === null ? 'none named, so root' : String(user);
}
