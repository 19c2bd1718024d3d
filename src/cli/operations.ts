/** Operations as the command line names them: `raw-socket,bind-port:port=25`, or `all`. */
import {
  nearestTo,
  operationIds,
  operationNamed,
  signals,
  type OperationCall,
  type ParameterKind,
  type ParameterValue,
} from '../checker/index.ts';
import { Unusable } from './unusable.ts';

export interface AskedOperation {
  /** The id as asked for, which may be that of a family with its parameters given: `bind-port-80`. */
  readonly id: string;
  readonly call: OperationCall;
}

/** Answers the operations of a list; `all` is every one that needs nothing said. */
export function readOperations(written: string): readonly AskedOperation[] {
  if (written === 'all') return operationIds.flatMap((id) => (needsOf(id).length === 0 ? [readOperation(id)] : []));
  return written.split(',').map((word) => readOperation(word.trim()));
}

function needsOf(id: string): readonly string[] {
  const named = operationNamed(id);
  if (named === null) return [];
  const { operation, parameters } = named;
  return Object.entries(operation.parameters)
    .filter(([name, spec]) => spec.optional !== true && !Object.hasOwn(parameters, name))
    .map(([name]) => name);
}

/** `id` or `id:name=value`, further parameters behind further colons. */
function readOperation(written: string): AskedOperation {
  const [id = '', ...given] = written.split(':');
  const named = operationNamed(id);
  if (named === null) {
    const close = nearestTo(id, operationIds);
    const hint = close === null ? `One of: ${operationIds.join(', ')}.` : `Did you mean \`${close}\`?`;
    throw new Unusable(`There is no operation \`${id}\`. ${hint}`);
  }
  const said = Object.fromEntries(given.map((pair) => readParameter(id, pair)));
  const missing = needsOf(id).find((name) => !Object.hasOwn(said, name));
  if (missing !== undefined) throw new Unusable(`\`${id}\` needs a ${missing}: \`${id}:${missing}=…\`.`);
  return { id, call: { id: named.operation.id, parameters: { ...named.parameters, ...said } } };
}

function readParameter(id: string, pair: string): [string, ParameterValue] {
  const [name = '', ...rest] = pair.split('=');
  const kind = operationNamed(id)?.operation.parameters[name]?.kind;
  if (kind === undefined) throw new Unusable(`\`${id}\` has no parameter \`${name}\`.`);
  const read = readers[kind];
  const value = read(rest.join('='));
  if (value === null) throw new Unusable(`\`${pair}\` is no ${kind}.`);
  return [name, value];
}

const readers: Readonly<Record<ParameterKind, (text: string) => ParameterValue | null>> = {
  port: (text) => (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535 ? Number(text) : null),
  path: (text) => (text.startsWith('/') ? text : null),
  volume: (text) => (text === '' ? null : text),
  signal: (text) => signals.find((signal) => signal === text) ?? null,
};
