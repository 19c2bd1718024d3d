import type { JSX } from 'preact';
import { Hints } from './Hints.tsx';
import { NodeFacts } from './NodeFacts.tsx';
import { paneProps } from './PaneTabs.tsx';
import type { Part } from './Workspace.tsx';

/** The story, the node it plays on, and the hints. */
export function BriefPane({ brief, ...part }: Part & { readonly brief: string }): JSX.Element {
  const { embedded } = part;
  return (
    <section class="pane pane-brief" {...paneProps(part, 'brief')} aria-label="Brief" tabIndex={embedded ? -1 : 0}>
      {/* Preact leaves this HTML alone while it takes over the page, and it never changes: no sink is written to. */}
      <div class="prose" dangerouslySetInnerHTML={{ __html: brief }} />
      <NodeFacts {...part} />
      {!embedded && <Hints {...part} />}
    </section>
  );
}
