/** Where somebody who was refused can go on. */
export interface ProblemLink {
  readonly href: string;
  readonly text: string;
}

/** What the world said no to. One boundary turns each into a page or a problem document; the message is safe to show. */
export abstract class RequestError extends Error {
  abstract readonly status: number;
  /** Stable, for machines. */
  abstract readonly code: string;
  /** Null where the page that says no finds one by itself. */
  readonly next: ProblemLink | null;

  constructor(message: string, next: ProblemLink | null = null, options: ErrorOptions = {}) {
    super(message, options);
    this.next = next;
  }
}

export class NotFoundError extends RequestError {
  override readonly name = 'NotFoundError';
  readonly status = 404;
  readonly code = 'not-found';
}

export class ForbiddenError extends RequestError {
  override readonly name = 'ForbiddenError';
  readonly status = 403;
  readonly code = 'forbidden';
}

/** Thrown where a person must sign in first; for pages it becomes a redirect to the sign-in page. */
export class SignInRequiredError extends RequestError {
  override readonly name = 'SignInRequiredError';
  readonly status = 401;
  readonly code = 'sign-in-required';
}

/** Thrown where somebody signed in so long ago that they must show anew that it is them, before they do what binds others. */
export class ConfirmRequiredError extends RequestError {
  override readonly name = 'ConfirmRequiredError';
  readonly status = 401;
  readonly code = 'confirm-required';
}

/** The thing has changed, or is in a state that does not allow what was asked. */
export class ConflictError extends RequestError {
  override readonly name = 'ConflictError';
  readonly status = 409;
  readonly code = 'conflict';
}

/** The request can be read, and asks for something that makes no sense. */
export class UnprocessableError extends RequestError {
  override readonly name = 'UnprocessableError';
  readonly status = 422;
  readonly code = 'unprocessable';
}

/** The service itself cannot do its work just now, for a reason that passes: its database is away, too much is asked at once. */
export class UnavailableError extends RequestError {
  override readonly name = 'UnavailableError';
  readonly status = 503;
  readonly code = 'unavailable';
  readonly retryAfterSeconds: number;
  /** True where the answer to a write was lost: it may or may not have been saved. */
  readonly isOutcomeUnknown: boolean;

  constructor(
    message: string,
    options: { readonly retryAfterSeconds: number; readonly isOutcomeUnknown: boolean; readonly cause?: unknown },
  ) {
    super(message, null, { cause: options.cause });
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.isOutcomeUnknown = options.isOutcomeUnknown;
  }
}

/** The same, wherever a library has wrapped it in an error of its own; null for any other error. */
export function unavailableIn(error: unknown): UnavailableError | null {
  if (error instanceof UnavailableError) {
    return error;
  }
  return error instanceof Error && error.cause !== undefined ? unavailableIn(error.cause) : null;
}

/** What was sent cannot be read at all. */
export class BadRequestError extends RequestError {
  override readonly name = 'BadRequestError';
  readonly status = 400;
  readonly code = 'bad-request';
}

/** There is something at the address, but not for this method; the answer says in `allow` for which. */
export class MethodNotAllowedError extends RequestError {
  override readonly name = 'MethodNotAllowedError';
  readonly status = 405;
  readonly code = 'method-not-allowed';
}

export class TooLargeError extends RequestError {
  override readonly name = 'TooLargeError';
  readonly status = 413;
  readonly code = 'too-large';
}

export class TooManyRequestsError extends RequestError {
  override readonly name = 'TooManyRequestsError';
  readonly status = 429;
  readonly code = 'too-many-requests';
}
