/** The part of elkjs that computes. It ships no types for this file; what is declared here is what `layered-layout.ts` uses. */
declare module "elkjs/lib/elk-worker.min.js" {
  /** `dispatcher` answers at once, through `onmessage`; `postMessage` would do the same after a timeout. */
  class Worker {
    onmessage: (message: { readonly data: { readonly data?: unknown; readonly error?: unknown } }) => void;
    readonly dispatcher: { saveDispatch(message: { readonly data: object }): void };
  }
  const elk: { readonly Worker: typeof Worker };
  export = elk;
}
