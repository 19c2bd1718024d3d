/** One text, and what apparmor_parser 3.0.8 made of it. */
export interface Recorded {
  readonly text: string;
  /** Present where it does not load. */
  readonly said?: string;
  readonly line?: number | null;
  /** Bits of the kernel's tables by path, of the owner and of others. */
  readonly files?: Readonly<Record<string, readonly [owner: number, other: number]>>;
  /** Accesses as `bulkhead apparmor` writes them. */
  readonly granted?: readonly string[];
  readonly refused?: readonly string[];
}
