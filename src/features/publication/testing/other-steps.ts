import { saveSection } from '../../assessment/answering/save-section.ts';
import { freezeWaiting, insertAssessments } from '../../assessment/index.ts';
import { authoriseAssessment } from '../../assessment/signing/authorise-assessment.ts';
import { receiveMessage } from '../../contact/receive-message.ts';
import { designateExemplar } from '../../exemplar/designate-exemplar.ts';
import { withdrawExemplar } from '../../exemplar/withdraw-exemplar.ts';
import type { ActingPerson } from '../../identity/index.ts';
import { getRound, instrumentOfRound, planningRound, questionsFor, scaleOf } from '../../programme/index.ts';
import { findLastDocument } from '../../return-documents/index.ts';
import type { ActedWorld, Steps } from './acted-world.ts';

/** What others do meanwhile: providers answer and sign, the national team designates, people write. */
export function otherSteps(world: ActedWorld, providerIds: readonly string[], by: ActingPerson): Steps {
  return { ...assessmentSteps(world, providerIds, by), ...nationalSteps(world, providerIds[0] ?? '', by.personId) };
}

function assessmentSteps(world: ActedWorld, [first = '', ...rest]: readonly string[], person: ActingPerson): Steps {
  const { context } = world;
  const { pack, newId } = context;
  const roundId = planningRound(pack, '2016-06-30')?.baselineRound ?? '';
  const instrument = instrumentOfRound(pack, roundId);
  const waiting = [...rest];
  let revision = 0;

  const answers = questionsFor(instrument, 'acute').map((question) => {
    const optionId = scaleOf(instrument, question).options[0]?.id ?? '';
    return { questionId: question.id, value: { kind: 'option' as const, optionId }, comment: '' };
  });
  return {
    'has an answer saved': async () => {
      const [answer] = answers;
      const save = {
        newId,
        pack,
        organisationId: first,
        round: getRound(pack, roundId),
        isRoundOpen: true,
        isOneOfSeveral: false,
        instrument,
        digest: null,
        careSetting: 'acute',
        illustrative: false,
      };
      const sent = answer === undefined ? [] : [{ ...answer, comment: `Word ${revision}`, desired: null, revision }];
      revision += 1;
      const by = { ...person, roles: ['contributor' as const], at: world.by().at };
      return saveSection(context.database, { ...save, sectionId: 'leadership', answers: sent }, by);
    },
    'has an assessment authorised': async () => {
      const organisationId = waiting.shift();
      if (organisationId === undefined) {
        return null;
      }
      const at = new Date(world.by().at.getTime() - 1000);
      const whole = { organisationId, assessmentId: newId(), careSetting: 'acute', answers, answeredAt: at };
      const assessments = [{ ...whole, state: 'awaiting-authorisation' as const, submittedAt: null }];
      await context.database.transaction().execute(async (transaction) => {
        await insertAssessments(transaction, { roundId, instrument, assessments, origin: 'A test', at });
        await transaction
          .updateTable('assessment')
          .set({ authorisation_requested_at: at })
          .where('organisation_id', '=', organisationId)
          .execute();
      });
      await freezeWaiting(context.database, context);
      const frozen = await findLastDocument(context.database, whole);
      const signed = { declarationAccepted: true, digest: frozen?.digest ?? '', boardApprovedOn: null };
      const { careSetting } = whole;
      const request = { organisationId, roundId, careSetting, round: getRound(pack, roundId), instrument, ...signed };
      const by = { ...person, roles: ['executive' as const], at: world.by().at };
      return authoriseAssessment(context.database, request, by);
    },
  };
}

function nationalSteps({ context, by }: ActedWorld, organisationId: string, personId: string): Steps {
  let exemplarId: string | null = null;
  return {
    'is made an exemplar': async () => {
      const groupId = context.pack.capabilityGroups[0]?.id ?? '';
      const words = { title: 'Records in one place', reason: 'It works', illustrative: false };
      const exemplar = { exemplarId: context.newId(), organisationId, groupId, ...words };
      const outcome = await designateExemplar(context.database, {
        ...exemplar,
        personId,
        onBehalfOf: 'a test',
        at: by().at,
      });
      exemplarId = outcome.kind === 'designated' ? outcome.exemplarId : exemplarId;
      return outcome.kind === 'designated' ? { kind: 'ok' } : outcome;
    },
    'is an exemplar no more': async () => {
      if (exemplarId === null) {
        return null;
      }
      const withdrawal = { exemplarId, reason: 'It ended', personId, onBehalfOf: 'a test', at: by().at };
      exemplarId = null;
      const outcome = await withdrawExemplar(context.database, withdrawal);
      return outcome.kind === 'withdrawn' ? { kind: 'ok' } : outcome;
    },
    'is written to': async () => {
      const form = { name: 'Alex', email: 'alex@example.com', topic: 'other', message: 'Hello', formId: '' };
      const message = { messageId: context.newId(), form, personId: null, at: by().at };
      await receiveMessage(context.database, message, null);
      return { kind: 'ok' };
    },
  };
}
