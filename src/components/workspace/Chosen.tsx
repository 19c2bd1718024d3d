import type { JSX } from 'preact';
import { Icon } from '../verdict/Icon.tsx';
import { ComparedTexts } from './ComparedTexts.tsx';
import { CopyButton } from './CopyButton.tsx';
import { secondOf } from './words.ts';
import type { Part } from './Workspace.tsx';
import type { ComparedWith } from './workspace-state.ts';

/** The learner's text beside the one that was chosen. Nothing here changes it, unless a kept text is put back by its button. */
export function Chosen({ chosen, ...part }: Part & { readonly chosen: ComparedWith }): JSX.Element {
  const { session, state } = part;
  const others = textsOf(part);
  const other = others.find((one) => isSame(one.with, chosen)) ?? others[0];
  const close = (): void => session.dispatch({ did: 'compare', with: null });
  return (
    <>
      <div class="compare-h">
        <fieldset class="seg">
          <legend>Compare your text with</legend>
          {others.map((one) => (
            <label>
              <input
                type="radio"
                name="compare"
                checked={one === other}
                onChange={() => session.dispatch({ did: 'compare', with: one.with })}
              />
              {one.name}
            </label>
          ))}
        </fieldset>
        <button type="button" class="ibtn" aria-label="Close" onClick={close}>
          <Icon name="close" size={20} />
        </button>
      </div>
      {other !== undefined && <ComparedTexts mine={state.text} other={other.text} name={other.name} />}
      <div class="compare-f">
        {other !== undefined && <CopyButton key={other.name} text={other.text} name={`Copy: ${other.name}`} />}
        {chosen.with === 'kept' && other !== undefined && <PutBack {...part} savedAt={chosen.savedAt} />}
        <span>Your text stays as it is.</span>
      </div>
    </>
  );
}

function PutBack({ session, state, savedAt }: Part & { readonly savedAt: number }): JSX.Element | null {
  const kept = state.kept.find((one) => one.savedAt === savedAt);
  if (kept === undefined) return null;
  return (
    <button type="button" class="btn" onClick={() => session.dispatch({ did: 'put-back', kept, at: session.now() })}>
      Put it back into the editor
    </button>
  );
}

interface Other {
  readonly with: ComparedWith;
  readonly name: string;
  readonly text: string;
}

function textsOf({ data, session, state }: Part): readonly Other[] {
  const answers = data.answers.map(({ name, text }, index): Other => ({
    with: { with: 'answer', index },
    name: `Answer: ${name}`,
    text,
  }));
  const kept = state.kept.map(({ text, savedAt, because }): Other => {
    const whose = because === 'other-tab' ? 'Other tab' : 'Kept';
    return {
      with: { with: 'kept', savedAt },
      name: `${whose}, ${secondOf({ at: savedAt, now: session.now() })}`,
      text,
    };
  });
  return [{ with: { with: 'start' }, name: 'Start', text: state.start }, ...answers, ...kept];
}

function isSame(one: ComparedWith, other: ComparedWith): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
