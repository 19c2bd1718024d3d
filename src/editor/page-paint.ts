import { forcedColors, hexOf, paintedWith, type Look, type Paint } from './theme.ts';

const darker = '(prefers-color-scheme: dark)';
const moreContrast = '(prefers-contrast: more)';
const forced = '(forced-colors: active)';

/**
 * Answers the tokens as they look now. A custom property computes to its own text, `light-dark(…)` and all, so each is
 * asked as the colour of an element (CSS Color 5, section 12).
 */
export function paintOfPage(): Paint {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.forcedColorAdjust = 'none';
  const isForced = matchMedia(forced).matches;
  document.body.append(probe);
  const entries = paintedWith.map((name) => {
    probe.style.color = isForced ? forcedColors[name] : `var(--${name})`;
    return [name, hexOf(getComputedStyle(probe).color)] as const;
  });
  probe.remove();
  return Object.fromEntries(entries) as Paint;
}

export function lookOfPage(): Look {
  const { theme, contrast } = document.documentElement.dataset;
  const dark = theme === undefined ? matchMedia(darker).matches : theme === 'dark';
  const asked = contrast === 'more' || (contrast !== 'normal' && matchMedia(moreContrast).matches);
  const high = asked || matchMedia(forced).matches;
  const tone = dark ? 'dark' : 'light';
  return high ? `high-contrast-${tone}` : tone;
}

/** Calls `repaint` whenever the look of the page changes: by its own button, or by the system. */
export function watchLook(repaint: () => void): () => void {
  const attributes = new MutationObserver(repaint);
  attributes.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast', 'data-mode'] });
  const systems = [darker, moreContrast, forced].map((query) => matchMedia(query));
  for (const system of systems) system.addEventListener('change', repaint);
  return () => {
    attributes.disconnect();
    for (const system of systems) system.removeEventListener('change', repaint);
  };
}
