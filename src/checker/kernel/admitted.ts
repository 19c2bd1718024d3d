import { kubernetes } from '../facts/sources.ts';
import type { Gate } from '../model/primitive.ts';
import { reasonsOf } from '../model/reason.ts';
import type { KernelCodes } from './messages.ts';

const reason = reasonsOf<KernelCodes>();
const cite = kubernetes('pkg/apis/core/validation/validation.go', 'ValidatePodCreate');

/** Does the API server take the document? Its refusals are found once, with the text (`admission/`, `schema/`). */
export const admitted: Gate<'admitted'> = (_asked, { refusals }) => {
  const first = refusals[0];
  if (first === undefined)
    return { answer: 'passes', layer: 'api-server', reason: reason('kernel/admitted', {}, [], cite) };
  const facts = { path: first.path, type: first.type, detail: first.detail };
  const origin = { from: 'pod', path: first.path, span: first.span } as const;
  return { answer: 'stops', layer: 'api-server', reason: reason('kernel/refused', facts, [origin], cite) };
};
