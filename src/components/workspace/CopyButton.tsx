import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../verdict/Icon.tsx';

/** How long it is said that a text was copied. */
const saysFor = 4_000;

/** Copies a text, and says whether the browser let it. */
export function CopyButton({ text, name = 'Copy' }: { readonly text: string; readonly name?: string }): JSX.Element {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = (): void => {
    copyText(text).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  };
  useEffect(() => {
    if (copied !== 'yes') return undefined;
    const timer = setTimeout(() => setCopied(null), saysFor);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span class="copy needs-script">
      <button type="button" class="btn quiet" onClick={copy}>
        <Icon name="copy" />
        <span>{name}</span>
      </button>
      <span role="status">
        {copied === null
          ? ''
          : copied === 'yes'
            ? 'Copied.'
            : 'This browser does not let us copy: mark the text and copy it by hand.'}
      </span>
    </span>
  );
}

/** A page that came over plain http has no clipboard (Clipboard API, section 7: secure contexts only). */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
