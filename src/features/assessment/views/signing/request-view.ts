import { paths } from '../../../../paths.ts';
import { getSection } from '../../../programme/index.ts';
import { checkCompleteness, givenAnswers, isReadyForAuthorisation, type SavedAnswer } from '../../../scoring/index.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import type { SecondLook } from '../../sense-checks/read-second-look.ts';
import { answeringHref, takeOf } from '../../settings/section-taken.ts';
import { isSaid, secondLookInWords } from '../sense-checks/sense-checks-view.ts';

interface LinkTo {
  readonly text: string;
  readonly href: string;
}

export interface MissingIn {
  readonly section: string;
  readonly questions: readonly LinkTo[];
  /** The organisation that answers them for this one too; null where they are answered here. */
  readonly giver: string | null;
}

export interface RequestView {
  readonly organisation: string;
  /** Names of those who can sign for it. */
  readonly signers: readonly string[];
  /** Who signs, within a sentence. */
  readonly who: string;
  readonly isReady: boolean;
  readonly done: number;
  readonly total: number;
  /** The organisation whose answers become its own with it; null where none are taken. */
  readonly takesFrom: string | null;
  readonly missing: readonly MissingIn[];
  /** What is asked about the answers, with where something can be said to it; null where nothing is. */
  readonly secondLook: { readonly text: string; readonly href: string; readonly asks: readonly string[] } | null;
  readonly list: string;
}

/** What the coordinator checks before asking for a signature: what is missing, and what is worth a second look. */
export function requestView(
  assessed: AssessedOrganisation,
  saved: readonly SavedAnswer[],
  look: SecondLook | null,
  signers: readonly string[],
): RequestView {
  const { addressKey, round, setting, instrument, careSetting } = assessed;
  const completeness = checkCompleteness(instrument, careSetting, givenAnswers(saved));
  const hrefOf = (sectionId: string, questionId: string) =>
    `${answeringHref(assessed, sectionId)}#answer-${questionId}`;
  return {
    organisation: assessed.heading,
    signers,
    who: instrument.signing.who,
    isReady: isReadyForAuthorisation(completeness),
    done: completeness.done,
    total: completeness.total,
    takesFrom: assessed.takes.find(({ giver }) => giver !== null)?.giver?.name ?? null,
    missing: completeness.sections
      .filter(({ missing }) => missing.length > 0)
      .map(({ sectionId, missing }) => ({
        section: sectionName(assessed, sectionId),
        giver: takeOf(assessed, sectionId)?.giver?.name ?? null,
        questions: missing.map((id) => ({
          text: completeness.unexplained.includes(id) ? `${id} (say why it does not apply)` : id,
          href: hrefOf(sectionId, id),
        })),
      })),
    secondLook:
      look === null || look.checks.length === 0
        ? null
        : {
            text: secondLookInWords(look),
            href: paths.assessmentSenseChecks(addressKey, round.id, setting),
            asks: look.checks.filter(({ said }) => !isSaid(said)).map(({ asks }) => asks),
          },
    list: paths.assessment(addressKey, round.id, setting),
  };
}

function sectionName({ instrument }: AssessedOrganisation, sectionId: string): string {
  const { number, title } = getSection(instrument, sectionId);
  return `${number}. ${title}`;
}
