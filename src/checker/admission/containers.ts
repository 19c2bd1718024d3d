import type { Refusal } from '../model/diagnostic.ts';
import { itemNameRefusals } from './names.ts';
import { refused, type Scene } from './scene.ts';

/** Containers are there, have a name that is theirs alone among all kinds of container, and an image. */
export function containerRefusals(scene: Scene): readonly Refusal[] {
  const items = scene.containers.map(({ path, written }) => ({ path, name: written.name }));
  return [
    ...none(scene),
    ...itemNameRefusals(scene, { of: 'container', items }),
    ...images(scene),
    ...ephemeral(scene),
  ];
}

function none(scene: Scene): readonly Refusal[] {
  if ((scene.spec.containers ?? []).length > 0) return [];
  const path = 'spec.containers';
  return [refused(scene, { code: 'admission/no-containers', facts: {}, path, type: 'Required', detail: '' })];
}

function images(scene: Scene): readonly Refusal[] {
  return scene.containers
    .filter(({ written }) => (written.image ?? '') === '')
    .map(({ path, written }) => {
      const facts = { container: written.name ?? '' };
      return refused(scene, {
        code: 'admission/image-missing',
        facts,
        path: `${path}.image`,
        type: 'Required',
        detail: '',
      });
    });
}

/** They come through a subresource of a running pod, never with the pod itself. */
function ephemeral(scene: Scene): readonly Refusal[] {
  if ((scene.spec.ephemeralContainers ?? []).length === 0) return [];
  const { isTemplate } = scene;
  const detail = isTemplate ? 'ephemeral containers not allowed in pod template' : 'cannot be set on create';
  const path = 'spec.ephemeralContainers';
  return [
    refused(scene, { code: 'admission/ephemeral-containers', facts: { isTemplate }, path, type: 'Forbidden', detail }),
  ];
}
