import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { typedText } from '../../../platform/forms/typed-form.ts';
import { ConflictError } from '../../../platform/http/problem.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithNotice, redirectWithSuccess } from '../../../views/page/success.ts';
import { listSignedWith, removeEvidence } from '../../evidence/index.ts';
import { framing } from '../page-frame.ts';
import { actingOn } from '../require-assessed-organisation.ts';
import { placesInWords } from '../views/evidence/places-in-words.ts';
import { RemoveEvidencePage } from '../views/evidence/remove-evidence-page.tsx';
import { waitsForSignature } from './evidence-here.ts';
import { parseRemovalForm } from './parse-removal-form.ts';
import { readWhetherHeld } from './read-whether-held.ts';
import { type AskedItem, requireItem } from './require-item.ts';

/** Removing evidence, with its reason. */
export function removalRoutes(app: FastifyInstance, context: AppContext, address: string): void {
  app.get(address, async (request, reply) =>
    sendRemoval(request, reply, context, await requireRemovable(request, context)),
  );

  app.post(address, async (request, reply) => {
    const asked = await requireItem(request, context, 'evidence.remove');
    const { assessed, item } = asked;
    const parsed = parseRemovalForm(postedForm(request.body));
    if (parsed.kind === 'errors') {
      const { typed, errors } = parsed;
      return sendRemoval(request, reply, context, asked, { reason: typedText(typed, 'reason'), errors, status: 422 });
    }
    const key = { organisationId: assessed.organisation.organisationId, evidenceId: item.evidenceId };
    const outcome = await removeEvidence(
      context.database,
      { ...key, ...parsed.value, isHeld: (transaction) => readWhetherHeld(transaction, key) },
      actingOn(assessed, 'evidence.remove', context.clock()),
    );
    const sendAgain = (field: string, message: string, status: number) =>
      sendRemoval(request, reply, context, asked, { ...parsed.value, errors: [{ field, message }], status });
    switch (outcome.kind) {
      case 'removed':
        return redirectWithSuccess(reply, itemAddress(asked), 'It is removed. Who removed it and why stays on record');
      case 'gone':
        return redirectWithNotice(reply, itemAddress(asked), 'It was removed already');
      case 'held':
        return sendAgain('reason', `${waiting}. Nothing was removed`, 409);
      case 'signed':
        return sendAgain('signed', 'A signed return rests on it. Tick the box to remove it all the same', 422);
    }
  });
}

const waiting = 'It stands in a return that waits for a signature. Have that signed or given back first';

/** What can be removed now. What is sent is asked again, while the evidence is held. */
async function requireRemovable(request: FastifyRequest, context: AppContext): Promise<AskedItem> {
  const asked = await requireItem(request, context, 'evidence.remove');
  const { here, item } = asked;
  const back = { href: itemAddress(asked), text: `Go to “${item.title}”` };
  if (item.removal !== null) {
    throw new ConflictError('It was removed already.', back);
  }
  if (waitsForSignature(here, item.evidenceId)) {
    throw new ConflictError(`${waiting}; then it can be removed.`, back);
  }
  return asked;
}

function itemAddress({ assessed, item }: AskedItem): string {
  return paths.evidenceItem(assessed.addressKey, assessed.round.id, item.evidenceId, assessed.setting);
}

interface Unsent {
  readonly reason: string;
  readonly errors: readonly FieldError[];
  readonly status: number;
}

async function sendRemoval(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  asked: AskedItem,
  { reason, errors, status }: Unsent = { reason: '', errors: [], status: 200 },
): Promise<FastifyReply> {
  const { assessed, here, item } = asked;
  const { organisationId } = assessed.organisation;
  const signed = await listSignedWith(context.database, { organisationId, evidenceId: item.evidenceId });
  const signedIn = new Set(signed.map(({ assessmentId }) => assessmentId));
  const unsigned = here.everywhere.filter(
    (use) => use.evidenceId === item.evidenceId && !signedIn.has(use.assessmentId),
  );
  return sendPage(request, reply, {
    ...framing(assessed, `Remove “${item.title}”`, errors, status),
    illustrative: item.illustrative,
    body: (
      <RemoveEvidencePage
        organisation={assessed.heading}
        title={item.title}
        isFile={item.content.kind === 'file'}
        signed={placesInWords(context.pack, here.assessments, signed)}
        used={placesInWords(context.pack, here.assessments, unsigned)}
        reason={reason}
        errors={errors}
        back={itemAddress(asked)}
      />
    ),
  });
}
