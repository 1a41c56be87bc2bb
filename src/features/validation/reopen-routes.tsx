import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { typedText } from '../../platform/forms/typed-form.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { NobodyToSign, readSigners } from '../agreement/index.ts';
import { actingOn, assessmentAddresses, framing, takeOpeningStep } from '../assessment/index.ts';
import { type OpeningKind, parseReopening, type ReopeningForm } from './parse-query-forms.ts';
import { type AskedReturn, requireSignedReturn } from './require-signed-return.ts';
import { ReopenPage, reopenTitles } from './views/reopen-page.tsx';

/** Opening a signed return again: to be signed anew until its results are public, and from then on for a correction, which can be taken back. */
export function reopenRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/reopening`;

    app.get(address, async (request, reply) => {
      const asked = await requireSignedReturn(request, context, 'assessment.reopen');
      return asked.opens === null ? reply.redirect(queriesOf(asked), 303) : sendReopen(request, reply, context, asked);
    });

    app.post(address, async (request, reply) => {
      const asked = await requireSignedReturn(request, context, 'assessment.reopen');
      const posted = postedForm(request.body);
      const form = parseReopening(posted);
      if (form.kind === 'errors') {
        return sendReopen(request, reply, context, asked, {
          reason: typedText(form.typed, 'reason'),
          errors: form.errors,
          kind: textOf(posted, 'kind'),
        });
      }
      const { reason, kind } = form.value;
      const { digest, opened } = { digest: textOf(posted, 'digest'), opened: textOf(posted, 'opened') };
      const outcome = await takeStep(context, asked, { ...form.value, digest, opened });
      if (outcome.kind === 'refused') {
        const errors = [{ field: 'reason', message: `${outcome.reason}. Nothing was changed` }];
        return sendReopen(request, reply, context, asked, { reason, errors, kind, status: 409 });
      }
      return redirectWithSuccess(reply, queriesOf(asked), openedInWords[kind]);
    });
  }
}

function takeStep(
  { database, pack, clock }: AppContext,
  { assessed, signed }: AskedReturn,
  {
    kind,
    reason,
    digest,
    opened,
  }: ReopeningForm & {
    readonly digest: string;
    /** When the correction was opened that is taken back, as the page said it. */
    readonly opened: string;
  },
) {
  const by = actingOn(assessed, 'assessment.reopen', clock());
  if (kind !== 'withdraw-correction') {
    return takeOpeningStep(database, { ...signed, round: assessed.round, kind, digest, reason }, by, pack);
  }
  const at = new Date(opened);
  const openedAt = Number.isNaN(at.getTime()) ? new Date(0) : at;
  return takeOpeningStep(database, { ...signed, kind, digest, openedAt, reason }, by, pack);
}

const openedInWords = {
  reopen: 'The return is open again, and its organisation is told',
  correct: 'The return is open for a correction, and its organisation is told',
  'withdraw-correction': 'The correction is taken back, and its organisation is told',
} as const;

function queriesOf({ assessed: { addressKey, round, setting } }: AskedReturn): string {
  return paths.queries(addressKey, round.id, setting);
}

interface Typed {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  /** What was to be done, by the form that was sent; empty where none was. */
  readonly kind: string;
  readonly status?: number;
}

/** What the page is about. What was typed is kept, and stays what it was typed for: why it is opened is no reason to take that back. */
function kindOf({ opens, assessed: { results } }: AskedReturn, sent: string): OpeningKind {
  const withdraw = 'withdraw-correction';
  if (sent === withdraw || (opens === withdraw && sent === '')) {
    return withdraw;
  }
  return opens === null || opens === withdraw ? (results.isPublic ? 'correct' : 'reopen') : opens;
}

async function sendReopen(
  request: FastifyRequest,
  reply: FastifyReply,
  { database }: AppContext,
  asked: AskedReturn,
  { reason, errors, status, kind: sent }: Typed = { reason: '', errors: [], kind: '' },
): Promise<FastifyReply> {
  const { assessed, document, signed } = asked;
  const kind = kindOf(asked, sent);
  const isWithdrawn = kind === 'withdraw-correction';
  const { actor, organisation, instrument } = assessed;
  const { roles } = instrument.signing;
  const signers = await readSigners(database, [organisation.organisationId], roles);
  return sendPage(request, reply, {
    ...framing(assessed, reopenTitles[kind], errors, status),
    body: (
      <ReopenPage
        kind={kind}
        organisation={assessed.heading}
        document={document}
        digest={signed.digest}
        nobodyToSign={
          !isWithdrawn && signers.size === 0 && <NobodyToSign actor={actor} parties={[organisation]} role={roles[0]} />
        }
        opened={isWithdrawn ? (assessed.assessment?.reopening?.at.toISOString() ?? '') : ''}
        reason={reason}
        errors={errors}
        back={queriesOf(asked)}
      />
    ),
  });
}
