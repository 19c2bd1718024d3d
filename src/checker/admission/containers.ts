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
    ...ofInitContainers(scene),
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

const onlyWhileRunning = ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** An init container that ends has nothing to be asked while it runs (validateInitContainers). */
function ofInitContainers(scene: Scene): readonly Refusal[] {
  return scene.containers
    .filter(({ list, written }) => list === 'initContainers' && written.restartPolicy !== 'Always')
    .flatMap(({ path, written }) =>
      onlyWhileRunning
        .filter((field) => written[field] !== undefined)
        .map((field) => {
          const facts = { field, of: 'an init container that is no sidecar' };
          const detail = 'may not be set for init containers without restartPolicy=Always';
          const found = { code: 'admission/not-in-this-container', facts, path: `${path}.${field}` } as const;
          return refused(scene, { ...found, type: 'Forbidden', detail });
        }),
    );
}
