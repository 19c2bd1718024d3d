/** Places in words. */
import type { Reason } from '../model/reason.ts';
import type { Origin } from '../model/resolved.ts';
import type { Source } from '../model/source.ts';
import { positionAt, type Span } from '../model/span.ts';

/** Answers a span in words: `line 17`, with its file where there is more than one text. */
export function placeOf(span: Span, sources: readonly Source[]): string {
  const source = sources.find(({ file }) => file === span.file);
  const { line } = positionAt(source?.text ?? '', span.start);
  return sources.length > 1 ? `${span.file} line ${line}` : `line ${line}`;
}

/** Answers what decided, in words: `line 17, which beats line 10`, `line 4 and line 9`, `the default of containerd`. */
export function decidedBy(
  { origins, overrode }: Pick<Reason, 'origins' | 'overrode'>,
  sources: readonly Source[],
): string {
  const [first, ...others] = origins;
  if (first === undefined) return 'the kernel itself';
  const places = placesOf([first, ...others.filter(isWritten)], sources);
  const decided = [...new Set(places)].join(' and ');
  const beaten = overrode.find(isWritten);
  return beaten === undefined ? decided : `${decided}, which beats ${originInWords(beaten, sources)}`;
}

/** Answers each origin in words. */
export function placesOf(origins: readonly Origin[], sources: readonly Source[]): readonly string[] {
  return origins.map((origin) => originInWords(origin, sources));
}

function isWritten(origin: Origin): boolean {
  return 'span' in origin;
}

const defaultsOf = {
  kubernetes: 'the default of Kubernetes',
  runtime: 'the default of containerd',
  kernel: 'the kernel itself',
};

/** Where the default is that somebody else says nothing, that is the news. */
const silent: Readonly<Record<string, string>> = { runAsUser: 'the image, which names no user' };

function originInWords(origin: Origin, sources: readonly Source[]): string {
  if ('span' in origin) return placeOf(origin.span, sources);
  if (origin.from === 'default') return silent[origin.field] ?? defaultsOf[origin.of];
  return origin.from === 'image' ? 'the image' : 'the node';
}
