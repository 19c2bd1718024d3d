import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../verdict/Icon.tsx';

/** Copies a text, and says whether the browser let it. */
export function CopyButton({ text, name = 'Copy' }: { readonly text: string; readonly name?: string }): JSX.Element {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  return (
    <span class="copy needs-script">
      <button type="button" class="btn quiet" onClick={copy}>
        <Icon name="copy" />
        <span>{name}</span>
      </button>
      <span role="status">
        {copied === null ? '' : copied === 'yes' ? 'Copied.' : 'This browser does not let us copy.'}
      </span>
    </span>
  );
}
