import type { JSX } from 'preact';

/** The names in `public/icons.svg`; one sprite for all pages, fetched once from our own origin. */
export type IconName =
  | 'layer-1-api-server'
  | 'layer-2-kubelet'
  | 'layer-3-seccomp'
  | 'layer-4-lsm'
  | 'layer-5-userns'
  | 'layer-6-capabilities'
  | 'layer-7-dac'
  | 'layer-8-mounts'
  | 'fate-allowed'
  | 'fate-denied'
  | 'fate-hidden'
  | 'fate-cannot-tell'
  | 'fate-no-effect'
  | 'fate-not-tried'
  | 'fate-nothing-to-try'
  | 'seal-wanted'
  | 'seal-not-wanted'
  | 'seal-open'
  | 'kind-must-block'
  | 'kind-must-work'
  | 'chevron'
  | 'close'
  | 'compare'
  | 'copy'
  | 'hint'
  | 'kernel'
  | 'note'
  | 'predict'
  | 'reset'
  | 'run'
  | 'source'
  | 'theme'
  | 'warning';

interface IconProps {
  readonly name: IconName;
  /** Drawn for 16, 18, 20 and 24 pixels. */
  readonly size?: number;
  /** What the icon says where no word stands beside it; without it the icon is decoration. */
  readonly label?: string;
}

export function Icon({ name, size = 18, label }: IconProps): JSX.Element {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return (
    <svg class={`ic ic-${name}`} viewBox="0 0 20 20" width={size} height={size} {...spoken}>
      <use href={`${import.meta.env.BASE_URL}icons.svg#${name}`} />
    </svg>
  );
}
