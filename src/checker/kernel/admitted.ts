import { kubernetes } from '../facts/sources.ts';
import type { Refusal } from '../model/diagnostic.ts';
import type { Gate } from '../model/primitive.ts';
import { reasonsOf } from '../model/reason.ts';
import type { KernelCodes } from './messages.ts';

const reason = reasonsOf<KernelCodes>();
const handlers = 'staging/src/k8s.io/apiserver/pkg/endpoints/handlers';
const citeDecoding = kubernetes(`${handlers}/rest.go`, 'transformDecodeError');

/**
 * Ephemeral containers of a Pod are refused on create and come later, through a subresource of their own. So that refusal is
 * told with the document, and the containers are judged as if they had come that way.
 */
const comesLater = ({ code, facts }: Refusal): boolean =>
  code === 'admission/ephemeral-containers' && facts['isTemplate'] === false;

/** Does the API server take the document? Its refusals are found once, with the text (`admission/`, `schema/`). */
export const admitted: Gate<'admitted'> = ({ cite }, { refusals }) => {
  const first = refusals.find((refusal) => !comesLater(refusal));
  if (first === undefined)
    return { answer: 'passes', layer: 'api-server', reason: reason('kernel/admitted', {}, [], cite) };
  const facts = { path: first.path, type: first.type, detail: first.detail };
  const origin = { from: 'pod', path: first.path, span: first.span } as const;
  const source = first.type === 'BadRequest' ? citeDecoding : cite;
  const refused = reason('kernel/refused', facts, [origin], source);
  const finding = { code: first.code, facts: first.facts };
  return { answer: 'stops', layer: 'api-server', reason: { ...refused, finding } };
};
