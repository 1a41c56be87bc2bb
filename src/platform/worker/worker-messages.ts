/** What a worker tells whoever started it; it waits for an answer to all but the last. */
export type FromWorker<Said> =
  | { readonly kind: 'wants-chunk' }
  | { readonly kind: 'says'; readonly what: Said }
  | { readonly kind: 'ends' };

/** The answer: the chunk that was wanted, null when there is no more; or that what was said has been heard. */
export type ToWorker = { readonly chunk: Uint8Array | null } | 'heard';
