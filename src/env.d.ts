/// <reference types="astro/client" />

/** Made by `src/tools/build/agreement.ts`. */
declare module 'virtual:agreement' {
  /** How often real containers and the model say the same. */
  export interface Agreement {
    readonly pods: number;
    /** Starts, and what came back of every operation in the containers that started. */
    readonly answers: number;
    readonly agreed: number;
  }

  const agreement: Agreement;
  export default agreement;
}
