/** What another service answered, or did not, so that nothing can be done with it. The message is for whoever runs the service. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  /** Whether the same question may well be answered later. */
  readonly isPassing: boolean;

  constructor(message: string, { isPassing }: { readonly isPassing: boolean }) {
    super(message);
    this.isPassing = isPassing;
  }
}

/** Answered now, and not differently later. */
export function lastingFault(message: string): OutsideError {
  return new OutsideError(message, { isPassing: false });
}

/** A fault of the moment. */
export function passingFault(message: string): OutsideError {
  return new OutsideError(message, { isPassing: true });
}
