import type { AppContext } from '../../context.ts';
import {
  type AssessedOrganisation,
  careSettingName,
  conditionalView,
  fromWorkbook,
  readClassedAnswers,
  readEvidenceHere,
  stateWords,
} from '../assessment/index.ts';
import type { Evidence } from '../evidence/index.ts';
import { can } from '../identity/index.ts';
import { sectionQuestions, sectionsAnsweredOnce, sectionsFor, wholeOrganisation } from '../programme/index.ts';
import { type EvidenceHeld, everySetting, type ReturnToWrite, type WholeReturn } from './own-return.ts';

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
          careSetting === wholeOrganisation
            ? 'Answered once for all care settings'
            : careSettingName(context.pack, careSetting),
      },
      instrument,
      locked: whyLocked(assessed),
      state: stateWords[state].label,
      illustrative: assessed.assessment?.illustrative ?? context.config.isDemonstration,
      takenAt: context.clock(),
    },
    lines,
  };
}

/** A return as a file has it, with what its parts were read from, in the same order. */
export interface WholeRead {
  readonly whole: WholeReturn;
  readonly assessed: readonly AssessedOrganisation[];
}

/** The same of every care setting, where it is about what is answered once for several; that is the last part, and in none of the others. */
export async function readWhole(context: AppContext, assessed: AssessedOrganisation): Promise<WholeRead> {
  if (!fromWorkbook.isAnsweredOnce(assessed)) {
    const part = await readReturn(context, assessed);
    return { whole: { facts: part.facts, parts: [part] }, assessed: [assessed] };
  }
  const once = await readReturn(context, assessed);
  const settings = await fromWorkbook.readSettingsOf(context, assessed);
  const parts: ReturnToWrite[] = [];
  for (const setting of settings) {
    parts.push(withoutTakenOnce(await readReturn(context, setting)));
  }
  const { instrument } = parts[0]?.facts ?? once.facts;
  const isAnyOnce = once.lines.length > 0;
  return {
    whole: {
      facts: { ...once.facts, careSetting: everySetting, instrument },
      parts: isAnyOnce ? [...parts, once] : parts,
    },
    assessed: isAnyOnce ? [...settings, assessed] : settings,
  };
}

function withoutTakenOnce({ facts, lines }: ReturnToWrite): ReturnToWrite {
  const once = new Set(sectionsAnsweredOnce(facts.instrument).map(({ id }) => id));
  return { facts, lines: lines.filter(({ section, answeredBy }) => answeredBy === null || !once.has(section.id)) };
}

/** Whether answers of any part can be saved now, by whoever may. */
export async function takesAnyFile(
  context: Pick<AppContext, 'database' | 'pack'>,
  assessed: AssessedOrganisation,
): Promise<boolean> {
  const isOnce = fromWorkbook.isAnsweredOnce(assessed);
  const parts = isOnce ? [assessed, ...(await fromWorkbook.readSettingsOf(context, assessed))] : [assessed];
  return parts.some((part) => whyLocked(part) === null);
}

function whyLocked({ state, takesAnswers }: AssessedOrganisation): string | null {
  if (!takesAnswers) {
    return 'The round takes no answers now';
  }
  return fromWorkbook.acceptsAnswers(state)
    ? null
    : `The answers cannot be changed now (${stateWords[state].label.toLowerCase()})`;
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
