import type { JSX } from 'preact';
import { explainStep, type Citation, type Source, type Step } from '../../checker/index.ts';
import { Icon } from './Icon.tsx';
import type { Lines } from './LineLink.tsx';
import { Prose } from './Prose.tsx';
import { worthSaying } from './said.ts';
import type { Seat, SectionView } from './section.ts';

interface ReasonsProps {
  readonly section: SectionView;
  /** The texts that were analysed: a sentence names their lines. */
  readonly sources: readonly Source[];
  readonly lines?: Lines;
  /** The step that a sentence above has explained already, with every wall that held there. */
  readonly told?: Step | null;
}

/** One line per layer that has something to say: who stopped it, who would have, who was overruled, who cannot tell. */
export function Reasons({ section, sources, lines, told = null }: ReasonsProps): JSX.Element | null {
  const worth = section.seats.filter(
    ({ state, step }) => worthSaying.has(state) && (step !== told || state === 'overruled'),
  );
  if (worth.length === 0) return null;
  return (
    <ul class="reasons">
      {worth.map((seat) => (
        <Line seat={seat} sources={sources} {...(lines === undefined ? {} : { lines })} />
      ))}
    </ul>
  );
}

function Line({ seat, sources, lines }: Omit<ReasonsProps, 'section'> & { readonly seat: Seat }): JSX.Element | null {
  if (seat.telling === null) return null;
  const { what, why } = explainStep(seat.telling, sources);
  const at = lines === undefined ? {} : { lines };
  return (
    <li>
      <Icon name={seat.icon} />
      <b>{seat.name}</b>
      <p>
        <Prose text={what} {...at} /> <Prose text={why} {...at} /> <Cited cite={seat.telling.reason.cite} />
      </p>
    </li>
  );
}

/** Where the rule is written down. */
export function Cited({ cite }: { readonly cite: Citation }): JSX.Element {
  const words = `${cite.work}, ${cite.at}`;
  return <small class="cite">{cite.url === undefined ? words : <a href={cite.url}>{words}</a>}</small>;
}
