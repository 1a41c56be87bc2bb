import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { readForm } from '../../../platform/forms/form-reader.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import { typedList, typedText } from '../../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../../platform/http/problem.ts';
import { listInWords } from '../../../views/format.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../../views/page/success.ts';
import { organisationType, settingsOfType } from '../../programme/index.ts';
import { requestedSection } from '../answering/requested-section.ts';
import { assessmentAddresses, framing, keyOf, listOf } from '../page-frame.ts';
import { type AssessedOrganisation, actingOn, requireAssessedOrganisation } from '../require-assessed-organisation.ts';
import { careSettingName } from '../views/result-view.ts';
import { SettingsPage } from '../views/settings/settings-page.tsx';
import { parseSettingsForm, type SettingsForm } from './parse-settings-form.ts';
import { offeredTo, readSettingsProposal } from './read-settings-proposal.ts';
import { settledOn } from './read-standing.ts';
import { chooseSettings } from './record-settings.ts';
import type { SettingsProposal } from './settings-proposal.ts';
import { answerApart } from './take-section-apart.ts';

/** Which care settings an organisation answers for, and which of them answers a section by itself. */
export function settingsRoutes(app: FastifyInstance, context: AppContext): void {
  chooseRoutes(app, context);
  apartRoutes(app, context);
}

function chooseRoutes(app: FastifyInstance, context: AppContext): void {
  const address = '/workspace/assessments/:code/:round/settings';
  const { pack, database, config, newId, clock } = context;

  app.get(address, async (request, reply) => {
    const assessed = await requireSettings(request, context);
    const proposal = await readSettingsProposal(context, assessed);
    const typed = proposal === null ? { settings: assessed.settings, reason: '' } : asProposed(proposal);
    return sendSettingsForm(request, reply, context, { assessed, proposal }, typed);
  });

  app.post(address, async (request, reply) => {
    const assessed = await requireSettings(request, context);
    const proposal = await readSettingsProposal(context, assessed);
    const of = { assessed, proposal };
    const form = parseSettingsForm(postedForm(request.body), offeredTo(pack, assessed));
    if (form.kind === 'errors') {
      const typed = { settings: typedList(form.typed, 'settings'), reason: typedText(form.typed, 'reason') };
      return sendSettingsForm(request, reply, context, of, typed, form.errors);
    }
    const { organisationId, round } = keyOf(assessed);
    const proposed = proposal?.settings ?? null;
    const choice = {
      organisationId,
      round,
      pack,
      proposed,
      illustrative: config.isDemonstration,
      newId,
      ...form.value,
    };
    const outcome = await chooseSettings(database, choice, actingOn(assessed, 'assessment.choose-settings', clock()));
    switch (outcome.kind) {
      case 'ok':
        return redirectWithSuccess(reply, listOf(assessed), 'The care settings are changed');
      case 'confirmed':
        return redirectWithSuccess(reply, listOf(assessed), 'The care settings are confirmed');
      case 'unchanged': {
        const message = 'Choose other care settings than now, or go back';
        return sendSettingsForm(request, reply, context, of, form.value, [{ field: 'settings', message }]);
      }
      case 'taken': {
        const names = listInWords(outcome.takers);
        const takes = outcome.takers.length === 1 ? 'takes' : 'take';
        const message = `${names} ${takes} answers of a care setting that you leave out. Stop answering together first, or agree on other sections`;
        return sendSettingsForm(request, reply, context, of, form.value, [{ field: 'settings', message }]);
      }
      case 'kept': {
        const names = listInWords(outcome.settings.map((each) => careSettingName(pack, each)));
        const message = `${names} cannot be left out in this round: submitted, opened again, or waiting for a signature`;
        return sendSettingsForm(request, reply, context, of, form.value, [{ field: 'settings', message }]);
      }
    }
  });
}

/** Only where each care setting is assessed by itself is there anything to choose. */
async function requireSettings(request: FastifyRequest, context: AppContext): Promise<AssessedOrganisation> {
  const assessed = await requireAssessedOrganisation(request, context, 'assessment.choose-settings');
  if (assessed.instrument.returns === 'per-organisation') {
    throw new NotFoundError('In this round an organisation is assessed as a whole.', {
      href: listOf(assessed),
      text: 'Go to the assessment',
    });
  }
  return assessed;
}

/** The proposal as the form begins with it: nothing holds until somebody saves it. */
function asProposed({ settings, inShort }: SettingsProposal): SettingsForm {
  return { settings, reason: inShort };
}

interface FormOf {
  readonly assessed: AssessedOrganisation;
  readonly proposal: SettingsProposal | null;
}

function sendSettingsForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { pack }: AppContext,
  { assessed, proposal }: FormOf,
  typed: SettingsForm,
  errors: readonly FieldError[] = [],
): FastifyReply {
  const type = organisationType(pack, assessed.organisation.typeId);
  const named = (id: string) => careSettingName(pack, id);
  return sendPage(request, reply, {
    ...framing(assessed, 'Care settings', errors),
    body: (
      <SettingsPage
        organisation={assessed.organisation.name}
        type={{ label: type.label, settings: settingsOfType(type).map(named) }}
        proposal={proposal}
        offered={offeredTo(pack, assessed).map((id) => ({ value: id, label: named(id) }))}
        typed={typed}
        settledOn={settledOn(assessed.round, pack.positionOn)}
        errors={errors}
        list={listOf(assessed)}
      />
    ),
  });
}

function apartRoutes(app: FastifyInstance, context: AppContext): void {
  for (const address of assessmentAddresses) {
    app.post(`${address}/sections/:section/apart`, (request, reply) => takeApart(request, reply, context));
  }
}

async function takeApart(request: FastifyRequest, reply: FastifyReply, context: AppContext): Promise<FastifyReply> {
  const { database, config, pack, newId, clock } = context;
  const action = 'assessment.answer';
  const assessed = await requireAssessedOrganisation(request, context, action);
  const { addressKey, round, setting, instrument, digest, organisation, label } = assessed;
  const section = requestedSection(request, assessed);
  const isApart = readForm(postedForm(request.body)).line('answered', { label: 'The choice', limit: 10 }) === 'apart';
  const wanted = {
    ...keyOf(assessed),
    pack,
    instrument,
    digest,
    illustrative: config.isDemonstration,
    newId,
    isOneOfSeveral: setting !== null,
    sectionId: section.id,
    isApart,
  };
  const outcome = await answerApart(database, wanted, actingOn(assessed, action, clock()));
  const href = paths.assessmentSection(addressKey, round.id, section.id, setting);
  if (outcome.kind === 'refused') {
    throw new ConflictError(`${outcome.reason}.`, { href, text: 'Go to the section' });
  }
  const name = setting === null ? organisation.name : label;
  const text = isApart
    ? `${section.title} is answered for ${name} by itself now`
    : `${section.title} is taken again from where it was taken before`;
  return redirectWithSuccess(reply, href, text);
}
