/**
 * A profile as a runtime has read it: the seccomp part of an OCI configuration (opencontainers/runtime-spec v1.0.2,
 * config-linux.md, "Seccomp"), each part with its place in the text.
 */
import type { Span } from '../../model/span.ts';

export interface Word {
  readonly text: string;
  readonly span: Span;
}

export interface OciProfile {
  readonly span: Span;
  /** Empty where none is written. */
  readonly defaultAction: Word;
  readonly defaultErrnoRet: bigint | null;
  readonly architectures: readonly Word[];
  readonly flags: readonly Word[];
  readonly listenerPath: Word;
  readonly rules: readonly OciRule[];
}

export interface OciRule {
  readonly span: Span;
  readonly names: readonly Word[];
  readonly action: Word;
  readonly errnoRet: bigint | null;
  readonly args: readonly OciArgument[];
}

export interface OciArgument {
  readonly span: Span;
  readonly index: bigint;
  readonly value: bigint;
  readonly valueTwo: bigint;
  readonly op: Word;
}

export function emptyProfile(span: Span): OciProfile {
  const nothing = { text: '', span };
  return {
    span,
    defaultAction: nothing,
    defaultErrnoRet: null,
    architectures: [],
    flags: [],
    listenerPath: nothing,
    rules: [],
  };
}

export function emptyRule(span: Span): OciRule {
  return { span, names: [], action: { text: '', span }, errnoRet: null, args: [] };
}

export function emptyArgument(span: Span): OciArgument {
  return { span, index: 0n, value: 0n, valueTwo: 0n, op: { text: '', span } };
}
