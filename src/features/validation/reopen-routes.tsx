import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { typedText } from '../../platform/forms/typed-form.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { NobodyToSign, readSigners } from '../agreement/index.ts';
import { actingOn, assessmentAddresses, framing, reopenAssessment } from '../assessment/index.ts';
import { parseReopening } from './parse-query-forms.ts';
import { type AskedReturn, requireSignedReturn } from './require-signed-return.ts';
import { ReopenPage, reopenTitles } from './views/reopen-page.tsx';

/** Opening a signed return again: to be signed anew until its results are public, and for a correction from then on. */
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
        });
      }
      const { assessed, signed } = asked;
      const { reason } = form.value;
      const outcome = await reopenAssessment(
        context.database,
        { ...signed, round: assessed.round, kind: form.value.kind, digest: textOf(posted, 'digest'), reason },
        actingOn(assessed, 'assessment.reopen', context.clock()),
        context.pack,
      );
      if (outcome.kind === 'refused') {
        const errors = [{ field: 'reason', message: `${outcome.reason}. Nothing was changed` }];
        return sendReopen(request, reply, context, asked, { reason, errors, status: 409 });
      }
      return redirectWithSuccess(reply, queriesOf(asked), openedInWords[form.value.kind]);
    });
  }
}

const openedInWords = {
  reopen: 'The return is open again, and its organisation is told',
  correct: 'The return is open for a correction, and its organisation is told',
} as const;

function queriesOf({ assessed: { addressKey, round, setting } }: AskedReturn): string {
  return paths.queries(addressKey, round.id, setting);
}

interface Typed {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly status?: number;
}

async function sendReopen(
  request: FastifyRequest,
  reply: FastifyReply,
  { database }: AppContext,
  asked: AskedReturn,
  { reason, errors, status }: Typed = { reason: '', errors: [] },
): Promise<FastifyReply> {
  const { assessed, document, signed } = asked;
  // What was typed is kept, though nobody opens it any more.
  const kind = asked.opens ?? (assessed.results.isPublic ? 'correct' : 'reopen');
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
        nobodyToSign={signers.size === 0 && <NobodyToSign actor={actor} parties={[organisation]} role={roles[0]} />}
        reason={reason}
        errors={errors}
        back={queriesOf(asked)}
      />
    ),
  });
}
