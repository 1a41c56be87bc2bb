import type { FastifyReply, FastifyRequest } from 'fastify';
import { keptIn, SendKeptPage, sendKeptSignIn } from './features/identity/index.ts';
import { paths } from './paths.ts';
import { type KeptForm, keepForm } from './platform/forms/kept-form.ts';
import { postedForm } from './platform/forms/posted-form.ts';
import { isFromOwnPage } from './platform/http/own-page.ts';
import { ButtonLink } from './views/forms/button.tsx';
import { KeptTexts, SendKeptForm } from './views/forms/kept-form.tsx';
import { savesItself } from './views/page/answer-saved.ts';
import { sendPage } from './views/page/send-page.tsx';

/** A form that came from a page of ours and could not be taken. */
export interface UnsentForm {
  readonly kept: KeptForm;
  /** True when it came with a file, which cannot be kept. */
  readonly hasFile: boolean;
}

/** Nobody reads a page that answers the script of a page: it tells its reader in words of its own what came of it. */
export function isForProgram(request: FastifyRequest): boolean {
  return request.url.startsWith('/api/') || savesItself(request);
}

/**
 * What was posted, kept for whoever typed it; null where nothing was, and for a form of another site, which learns nothing of what
 * it sent. Signing in and out is kept by nobody, but for what was being kept already; nor is what the script of a page sends, which has
 * it still before it.
 */
export function unsentForm(request: FastifyRequest, publicUrl: string | null): UnsentForm | null {
  if (request.method !== 'POST' || isForProgram(request) || !isOwn(request, publicUrl)) {
    return null;
  }
  const within = keptIn(request);
  if (within !== null) {
    return { kept: within, hasFile: false };
  }
  if (/^\/sign-(in|out)(?![^/?])/.test(request.url)) {
    return null;
  }
  const hasFile = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  if (request.body === undefined && !hasFile) {
    return null;
  }
  return { kept: keepForm(request.url, postedForm(request.body)), hasFile };
}

/** A token proves it by itself: some networks leave out the headers that say so. */
function isOwn(request: FastifyRequest, publicUrl: string | null): boolean {
  const hosts = publicUrl === null ? [request.host] : [request.host, new URL(publicUrl).host];
  return request.hasFormToken || isFromOwnPage(request.headers, hosts);
}

/**
 * Answers a form whose session or token is over with a page that keeps it: to sign in first where the address needs that, else to
 * send it again. `mustConfirm`: they are signed in, for so long that they must show anew that it is them.
 */
export function answerUnsent(
  request: FastifyRequest,
  reply: FastifyReply,
  { kept, hasFile }: UnsentForm,
  mustConfirm: boolean,
): FastifyReply {
  const isPersonal = [paths.workspace(), paths.account()].some((start) => kept.address.startsWith(start));
  const needsSignIn = mustConfirm || (request.actor === null && isPersonal);
  if (hasFile) {
    return sendPage(request, reply.header('cache-control', 'no-store'), {
      title: 'Choose the file again',
      status: needsSignIn ? 401 : 403,
      body: <FileNotKeptPage kept={kept} needsSignIn={needsSignIn} />,
    });
  }
  if (needsSignIn) {
    return sendKeptSignIn(request, reply, kept, { status: 401 });
  }
  const name = request.signedIn?.name ?? '';
  if (name !== '' && kept.by !== '' && kept.by !== name) {
    return sendPage(request, reply.header('cache-control', 'no-store'), {
      title: 'Send what you typed',
      status: 403,
      body: <SendKeptPage kept={kept} name={name} />,
    });
  }
  return sendPage(request, reply.header('cache-control', 'no-store'), {
    title: 'Send the form again',
    status: 403,
    body: <SendAgainPage kept={kept} />,
  });
}

function SendAgainPage({ kept }: { kept: KeptForm }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Send the form again</h1>
        <p>
          The form was open for so long that it has expired, so nothing was saved. What you typed is kept on this page.
        </p>
        <SendKeptForm kept={kept} button="Send it again" />
        <KeptTexts kept={kept} />
        <p>If you see this page again, allow cookies for this site.</p>
      </div>
    </div>
  );
}

function FileNotKeptPage({ kept, needsSignIn }: { kept: KeptForm; needsSignIn: boolean }) {
  return (
    <div className="nhsuk-grid-row">
      <div className="nhsuk-grid-column-two-thirds">
        <h1>Choose the file again</h1>
        <p>
          {needsSignIn ? 'You are signed out' : 'The form has expired'}, so nothing was sent. A file cannot be kept:
          choose it once more on the form.
        </p>
        <ButtonLink href={needsSignIn ? paths.signIn(kept.address) : kept.address}>
          {needsSignIn ? 'Sign in and go to the form' : 'Go to the form'}
        </ButtonLink>
        <KeptTexts kept={kept} />
      </div>
    </div>
  );
}
