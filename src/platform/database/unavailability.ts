import { UnavailableError } from '../http/problem.ts';

type Reason = 'unreachable' | 'busy' | 'slow' | 'locked' | 'full';

/**
 * What PostgreSQL says when it cannot do its work, as opposed to finding fault with what it was asked.
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
const reasonOfCode: Readonly<Record<string, Reason>> = {
  '25P03': 'slow',
  '25P04': 'slow',
  '40001': 'locked',
  '40P01': 'locked',
  '53000': 'busy',
  '53100': 'full',
  '53200': 'busy',
  '53300': 'busy',
  '53400': 'busy',
  '55P03': 'locked',
  '57014': 'slow',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '57P04': 'unreachable',
  '57P05': 'unreachable',
  '58030': 'full',
};

const words: Readonly<Record<Reason, { readonly text: string; readonly retryAfterSeconds: number }>> = {
  unreachable: { text: 'The service cannot reach its database just now.', retryAfterSeconds: 5 },
  busy: { text: 'More is being asked of the service than it can answer just now.', retryAfterSeconds: 5 },
  slow: { text: 'This took longer than the service allows, so it was stopped.', retryAfterSeconds: 10 },
  locked: { text: 'Somebody else is changing the same thing just now.', retryAfterSeconds: 5 },
  full: { text: 'The disk that the service keeps its data on is full or failing.', retryAfterSeconds: 60 },
};

/** What failed, as far as the code of the error does not say it. */
export interface Circumstances {
  /** The connection is gone, so no more is known than that no answer came. */
  readonly isLost: boolean;
  /** Without an answer nobody can tell whether the statement has taken effect. */
  readonly isWrite: boolean;
}

/**
 * The one place where failures of the database become the service's own error. Null for a fault in what was asked, such as a
 * broken constraint: that is for the caller to read.
 */
export function unavailabilityOf(error: unknown, { isLost, isWrite }: Circumstances): UnavailableError | null {
  const reason = reasonOf(codeOf(error)) ?? (isLost ? 'unreachable' : null);
  return reason === null ? null : unavailable(reason, { isOutcomeUnknown: isLost && isWrite, cause: error });
}

export function unavailable(
  reason: Reason,
  { isOutcomeUnknown = false, cause }: { readonly isOutcomeUnknown?: boolean; readonly cause?: unknown } = {},
): UnavailableError {
  const { text, retryAfterSeconds } = words[reason];
  return new UnavailableError(text, { retryAfterSeconds, isOutcomeUnknown, cause });
}

/** After an error of this severity the server has closed the connection, though the socket may not have said so yet. */
export function endsConnection(error: unknown): boolean {
  const severity = error instanceof Error && 'severity' in error ? error.severity : undefined;
  return severity === 'FATAL' || severity === 'PANIC';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Class 08 is about connections, whatever its other digits say. */
function reasonOf(code: string): Reason | undefined {
  return reasonOfCode[code] ?? (/^08[0-9A-Z]{3}$/.test(code) ? 'unreachable' : undefined);
}
