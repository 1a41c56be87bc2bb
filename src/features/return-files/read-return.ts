import type { AppContext } from '../../context.ts';
import {
  type AssessedOrganisation,
  careSettingName,
  conditionalView,
  readClassedAnswers,
  readEvidenceHere,
  stateWords,
} from '../assessment/index.ts';
import type { Evidence } from '../evidence/index.ts';
import { can } from '../identity/index.ts';
import { sectionQuestions, sectionsFor, wholeOrganisation } from '../programme/index.ts';
import type { EvidenceHeld, ReturnToWrite } from './own-return.ts';

/** All that an organisation said in one of its assessments, as it stands, for a file. */
export async function readReturn(context: AppContext, assessed: AssessedOrganisation): Promise<ReturnToWrite> {
  const { instrument, careSetting, organisation, round, state, actor, subject } = assessed;
  const [saved, evidence] = await Promise.all([
    readClassedAnswers(context, assessed),
    can(actor, 'evidence.read', subject) ? readEvidenceHere(context, assessed) : null,
  ]);
  const answers = new Map(saved.map((answer) => [answer.questionId, answer]));
  const held = new Map(evidence?.items.map((item) => [item.evidenceId, heldOf(item)]));
  const uses = Map.groupBy(evidence?.uses ?? [], ({ questionId }) => questionId);
  const lines = sectionsFor(instrument, careSetting).flatMap((section) =>
    sectionQuestions(section, careSetting).map((question) => ({
      section,
      question,
      saved: answers.get(question.id),
      hangsOn: conditionalView(instrument, section, question, { isAsked: false, isAnswered: false })?.hangsOn ?? null,
      answeredBy: elsewhere(assessed, section.id),
      evidence: (uses.get(question.id) ?? []).flatMap(({ evidenceId }) => held.get(evidenceId) ?? []),
    })),
  );
  return {
    facts: {
      organisation,
      round,
      careSetting: {
        id: careSetting,
        label:
          careSetting === wholeOrganisation ? 'All care settings together' : careSettingName(context.pack, careSetting),
      },
      instrument,
      state: stateWords[state].label,
      illustrative: assessed.assessment?.illustrative ?? context.config.isDemonstration,
      takenAt: context.clock(),
    },
    lines,
  };
}

function heldOf({ evidenceId, title, content }: Evidence): EvidenceHeld {
  return { evidenceId, title, url: content.kind === 'link' ? content.url : null };
}

/** Where a section is answered instead; null where it is answered here. */
function elsewhere({ takes }: AssessedOrganisation, sectionId: string): string | null {
  const take = takes.find(({ sectionIds }) => sectionIds.includes(sectionId));
  if (take === undefined) {
    return null;
  }
  return take.giver === null ? 'Answered once for all care settings' : `Taken from ${take.giver.name}`;
}
