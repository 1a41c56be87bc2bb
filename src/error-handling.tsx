import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { paths } from './paths.ts';
import type { KeptForm } from './platform/forms/kept-form.ts';
import {
  ConfirmRequiredError,
  type ProblemLink,
  RequestError,
  SignInRequiredError,
  type UnavailableError,
  unavailableIn,
} from './platform/http/problem.ts';
import { answerUnsent, isForProgram, unsentForm } from './unsent-form.tsx';
import { savesItself } from './views/page/answer-saved.ts';
import { ErrorPage } from './views/page/error-page.tsx';
import { sendPage } from './views/page/send-page.tsx';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly heading: string;
  readonly text: string;
  /** Null where it follows from the address. */
  readonly next: ProblemLink | null;
}

const headings: Readonly<Record<number, string>> = {
  400: 'We could not read that request',
  403: 'You cannot do this',
  404: 'Page not found',
  405: 'This page cannot be used that way',
  409: 'Something has changed',
  408: 'That took too long to arrive',
  413: 'That is too large',
  414: 'That address is too long',
  415: 'We could not read that request',
  422: 'There is a problem with what was sent',
  429: 'Too many tries',
  503: 'The service is not available just now',
};

/** The one boundary where errors become pages, or problem documents (RFC 9457) for the API. */
export function handleErrors(app: FastifyInstance, publicUrl: string | null): void {
  app.setNotFoundHandler((request, reply) => send(request, reply, notFound, null));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error instanceof SignInRequiredError && !isForProgram(request) && request.method === 'GET') {
      return reply.redirect(paths.signIn(request.url), 303);
    }
    const unsent = unsentForm(request, publicUrl);
    const unavailable = unavailableIn(error);
    if (unavailable !== null) {
      return sendUnavailable(request, reply, unavailable, unsent?.kept ?? null);
    }
    if (unsent !== null && isForSender(error)) {
      return answerUnsent(request, reply, unsent, error instanceof ConfirmRequiredError);
    }
    const problem = problemOf(error, request);
    if (problem.status >= 500) {
      request.log.error({ err: error }, 'request failed');
    }
    return send(request, reply, problem, unsent?.kept ?? null);
  });
}

function sendUnavailable(request: FastifyRequest, reply: FastifyReply, error: UnavailableError, kept: KeptForm | null) {
  const { message, isOutcomeUnknown, retryAfterSeconds, cause } = error;
  const reason = cause instanceof Error ? cause.message : message;
  request.log.warn({ reason, isOutcomeUnknown }, 'request turned away: the service is unavailable');
  reply.header('retry-after', String(retryAfterSeconds));
  const problem = {
    status: error.status,
    code: error.code,
    heading: headings[error.status] ?? '',
    text: `${message} ${whatToDo(request.method, isOutcomeUnknown)}`,
    next: null,
  };
  // What may have been saved is not offered to be sent again: that would store it twice.
  return send(request, reply, problem, isOutcomeUnknown ? null : kept);
}

function whatToDo(method: string, isOutcomeUnknown: boolean): string {
  if (method === 'GET' || method === 'HEAD') {
    return 'Nothing that was saved is lost. Wait a moment, then reload this page.';
  }
  return isOutcomeUnknown
    ? 'What you sent may or may not have been saved. Before you send it again, open the page anew and look.'
    : 'What you sent was not saved. Wait a moment, then send it again.';
}

/** What whoever sent the form can mend: by signing in, once more or at all, or by sending it with a new token. */
function isForSender(error: FastifyError): boolean {
  return error instanceof SignInRequiredError || error instanceof ConfirmRequiredError || isTokenError(error);
}

function isTokenError({ code }: FastifyError): boolean {
  return code?.startsWith('FST_CSRF') ?? false;
}

const notFound: Problem = {
  status: 404,
  code: 'not-found',
  heading: 'Page not found',
  text: 'If you typed the address, check it is right. If you followed a link, it may be out of date.',
  next: null,
};

/** Of a form that the script of a page sent after its session had ended, whichever of session and token was missed first. */
const signedOut: Problem = {
  status: 401,
  code: 'sign-in-required',
  heading: 'Sign in first',
  text: 'You are signed out, so nothing was saved.',
  next: null,
};

function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (savesItself(request) && isForSender(error) && request.actor === null) {
    return signedOut;
  }
  if (error instanceof RequestError) {
    return {
      status: error.status,
      code: error.code,
      heading: headings[error.status] ?? 'Sign in first',
      text: error.message,
      next: error.next,
    };
  }
  if (isTokenError(error)) {
    return {
      status: 403,
      code: 'form-expired',
      heading: 'This form has expired',
      text: 'Nothing was changed. Open the page of the form anew and send it from there. Cookies must be allowed for this site.',
      next: null,
    };
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return {
      status,
      code: 'bad-request',
      heading: headings[status] ?? 'We could not read that request',
      text: textOf(status),
      next: null,
    };
  }
  return {
    status: 500,
    code: 'fault',
    heading: 'Sorry, there is a problem with the service',
    text: 'Nothing you saved before is lost. Try again in a few minutes; if it happens again, tell us the reference below.',
    next: null,
  };
}

function textOf(status: number): string {
  switch (status) {
    case 413:
      return 'What you sent is larger than the service takes (1 megabyte). Shorten it and send it again; nothing was changed.';
    case 429:
      return 'Wait a minute, then try again.';
    default:
      return 'Nothing was changed. Go back and try again.';
  }
}

/** Refused for now: the same form may be taken in a moment. */
const passing: readonly number[] = [429, 500, 503];

function send(request: FastifyRequest, reply: FastifyReply, problem: Problem, kept: KeptForm | null) {
  if (isForProgram(request)) {
    return reply
      .status(problem.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: problem.heading,
          status: problem.status,
          detail: problem.text,
          code: problem.code,
          instance: request.id,
        }),
      );
  }
  return sendPage(request, kept === null ? reply : reply.header('cache-control', 'no-store'), {
    title: problem.heading,
    status: problem.status,
    body: (
      <ErrorPage
        heading={problem.heading}
        text={problem.text}
        next={problem.next ?? nextOf(request, problem.status)}
        kept={kept}
        maySendAgain={passing.includes(problem.status)}
        requestId={request.id}
      />
    ),
  });
}

/** Where to go on when the refusal itself does not say. */
function nextOf(request: FastifyRequest, status: number): ProblemLink {
  const { url } = request.routeOptions;
  const hasPage = url !== undefined && request.server.hasRoute({ method: 'GET', url });
  if (status === 401 || (status === 403 && request.actor === null)) {
    return { href: paths.signIn(), text: 'Go to the sign-in page' };
  }
  if (status === 403) {
    return { href: paths.workspace(), text: 'Go to My work' };
  }
  if (status === 404) {
    return { href: paths.search(), text: 'Search the service' };
  }
  return hasPage
    ? { href: request.url, text: 'Open the page anew' }
    : { href: paths.home(), text: 'Go to the home page' };
}
