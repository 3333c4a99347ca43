/** What the thread that runs the store says. */
export type FromWorker =
  | { readonly kind: 'ready'; readonly uri: string }
  | { readonly kind: 'inUse'; readonly uri: string; readonly detail: string }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'done'; readonly call: number; readonly error?: string };

/** What it is told. */
export interface ToWorker {
  readonly kind: 'compact' | 'close';
  readonly call: number;
}
