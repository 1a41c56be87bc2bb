import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { type TypedForm, typedText } from '../../../platform/forms/typed-form.ts';
import { answerSaved } from '../../../views/page/answer-saved.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { can } from '../../identity/index.ts';
import { checkCompleteness, givenAnswers } from '../../scoring/index.ts';
import {
  parseSenseForm,
  senseNoteField,
  senseRevisionField,
  type TypedSenseNote,
  typedKeys,
} from '../../sense-checks/index.ts';
import { readSavedAnswers } from '../answering/read-saved-answers.ts';
import { assessmentAddresses, framing, keyOf, listOf } from '../page-frame.ts';
import { requireReadable } from '../reading/require-readable.ts';
import { type AssessedOrganisation, actingOn, requireSignable } from '../require-assessed-organisation.ts';
import { SenseChecksPage } from '../views/sense-checks/sense-checks-page.tsx';
import { senseChecksView, type UnsavedNotes } from '../views/sense-checks/sense-checks-view.ts';
import { readSecondLook, type SecondLookContext } from './read-second-look.ts';
import { type NotesOutcome, saveSenseNotes } from './save-sense-notes.ts';

/** What is worth a second look in the answers of an assessment. */
export function senseCheckRoutes(app: FastifyInstance, context: SecondLookContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/sense-checks`;

    app.get(address, async (request, reply) => {
      const assessed = await requireSignable(request, context, 'assessment.read');
      requireReadable(assessed);
      return sendSenseChecks(request, reply, context, assessed);
    });

    app.post(address, async (request, reply) => {
      const assessed = await requireSignable(request, context, 'assessment.answer');
      const form = parseSenseForm(postedForm(request.body));
      if (form.kind === 'errors') {
        const notes = typedAgain(form.typed);
        return sendSenseChecks(request, reply, context, assessed, {
          notes,
          gone: [],
          errors: form.errors,
          status: 422,
        });
      }
      const outcome = await say(context, assessed, form.value);
      if (outcome.kind === 'saved') {
        const fields = Object.entries(outcome.revisions).map(([key, revision]) => [
          senseRevisionField(key),
          String(revision),
        ]);
        return answerSaved(request, reply, {
          at: context.clock(),
          fields: Object.fromEntries(fields),
          location: listOf(assessed),
          text: 'What you say about the answers is saved',
        });
      }
      const current = await requireSignable(request, context, 'assessment.answer');
      return sendSenseChecks(request, reply, context, current, {
        notes: form.value,
        status: 409,
        ...unsavedBecause(outcome, form.value),
      });
    });
  }
}

/** What was typed, to be shown again as it was. */
function typedAgain(typed: TypedForm): TypedSenseNote[] {
  return typedKeys(typed).map((key) => ({
    key,
    note: typedText(typed, senseNoteField(key)),
    revision: Number(typedText(typed, senseRevisionField(key))),
  }));
}

function say(
  context: AppContext,
  assessed: AssessedOrganisation,
  notes: readonly TypedSenseNote[],
): Promise<NotesOutcome> {
  const { instrument, digest, careSetting, setting } = assessed;
  const { config, newId, pack } = context;
  const command = {
    ...keyOf(assessed),
    ...{ instrument, digest, careSetting, newId, pack, notes },
    illustrative: config.isDemonstration,
    isOneOfSeveral: setting !== null,
  };
  return saveSenseNotes(context.database, command, actingOn(assessed, 'assessment.answer', context.clock()));
}

interface Unsaved extends UnsavedNotes {
  readonly errors: readonly FieldError[];
  readonly status: number;
}

function unsavedBecause(
  outcome: Exclude<NotesOutcome, { kind: 'saved' }>,
  notes: readonly TypedSenseNote[],
): Pick<Unsaved, 'errors' | 'gone'> {
  if (outcome.kind === 'locked') {
    const message = `${outcome.reason}. Nothing was saved; what you typed is below, so that you can copy it`;
    return { errors: [{ field: 'gone', message }], gone: notes.map(({ key }) => key) };
  }
  const changed = outcome.changed.map((key) => ({
    field: senseNoteField(key),
    message: 'Somebody else has said something else to this since you opened this page. Choose what should stand',
  }));
  const gone = {
    field: 'gone',
    message: 'An answer was changed since you opened this page, so not all that you said could be saved',
  };
  return { errors: [...changed, ...(outcome.gone.length > 0 ? [gone] : [])], gone: outcome.gone };
}

async function sendSenseChecks(
  request: FastifyRequest,
  reply: FastifyReply,
  context: SecondLookContext,
  assessed: AssessedOrganisation,
  unsaved?: Unsaved,
): Promise<FastifyReply> {
  const answers = readSavedAnswers(context, assessed);
  const [saved, look] = await Promise.all([answers, readSecondLook(context, assessed, answers)]);
  const { done } = checkCompleteness(assessed.instrument, assessed.careSetting, givenAnswers(saved));
  const errors = unsaved?.errors ?? [];
  return sendPage(request, reply, {
    ...framing(assessed, 'Worth a second look', errors, unsaved?.status),
    body: (
      <SenseChecksPage
        organisation={assessed.heading}
        view={senseChecksView(assessed, look ?? { checks: [] }, unsaved)}
        isAnythingAnswered={done > 0}
        closed={
          look === null
            ? 'Its answers were not looked at in this way when it was sent to be signed.'
            : whyClosed(assessed)
        }
        errors={errors}
        list={listOf(assessed)}
      />
    ),
  });
}

/** Why nothing can be said to what is asked; null where it can. */
function whyClosed({ actor, subject, state, takesAnswers }: AssessedOrganisation): string | null {
  if (state === 'submitted') {
    return 'This is what was asked before it was submitted.';
  }
  if (!can(actor, 'assessment.answer', subject)) {
    return 'Only people with a role in the organisation can say anything to them.';
  }
  return takesAnswers ? null : 'The round is not open, so nothing more can be said.';
}
