import { ExplainedError } from '../../explained-error.ts';

/** The service's own database could not be started; the message says what to do. */
export class EmbeddedServerError extends ExplainedError {
  override readonly name = 'EmbeddedServerError';
}
