/** What the world said no to. One boundary turns each into a page or a problem document; the message is safe to show. */
export abstract class RequestError extends Error {
  abstract readonly status: number;
  /** Stable, for machines. */
  abstract readonly code: string;
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
