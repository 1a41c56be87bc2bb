/** What a log line says of an error. */
export interface ErrorFacts {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** Where the database names them. */
  readonly table?: string;
  readonly constraint?: string;
  readonly stack?: string;
  readonly cause?: ErrorFacts;
}

const LONGEST_MESSAGE = 400;
const LONGEST_STACK = 4000;
const LONGEST_PATH = 200;
const DEEPEST_CAUSE = 3;

/** No name in the database is longer: what stands between quotation marks, or without a blank, and is longer was typed by somebody. */
const LONGEST_NAME = 65;

/**
 * An error for the log, within bounds. Errors of the database and of parsers repeat what they were given: the statement's values, the
 * row, the start of a body. Of all that only kind, place and a short message are kept.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: brief(String(error)) };
  }
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown };
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  return {
    type: error.name,
    message: brief(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(stack === undefined ? {} : { stack: cut(stack, LONGEST_STACK) }),
    ...(error.cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: errorFacts(error.cause, depth + 1) }),
  };
}

/** A request for the log: what was asked for, without the words looked for, which stand behind the question mark. */
export function requestFacts(request: { readonly method?: string; readonly url?: string; readonly ip?: string }) {
  const [path = '', query] = (request.url ?? '').split('?');
  return {
    method: request.method,
    url: `${cut(path, LONGEST_PATH)}${query === undefined ? '' : '?…'}`,
    remoteAddress: cut(request.ip ?? '', LONGEST_NAME),
  };
}

/** PostgreSQL puts what it was given behind a colon and a quotation mark. */
function brief(message: string): string {
  const withoutValue = message.replace(/: ".*/s, ': …');
  return cut(
    withoutValue.replaceAll(/"[^"]*"|\S+/g, (piece) => cut(piece, LONGEST_NAME)),
    LONGEST_MESSAGE,
  );
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
