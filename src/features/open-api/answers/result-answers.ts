import { z } from 'zod';
import { paths } from '../../../paths.ts';
import type { CsvCell, CsvTable } from '../../../platform/csv-table.ts';
import type { ListedAssessment } from '../../assessment/index.ts';
import type { OrganisationRef } from '../../directory/index.ts';
import { findInstrument, type Instrument, type ProgrammePack, sectionsOf } from '../../programme/index.ts';
import { type FinishedModeration, forEverybody } from '../../return-documents/index.ts';
import { classOfScore, type StoredScore, withheldSections } from '../../scoring/index.ts';
import { provenanceCells, provenanceColumns } from './csv-columns.ts';
import { claimClass, foundAnswer, foundOf, moderationAnswer, moderationOf } from './found-answers.ts';
import {
  labelledAnswer,
  organisationRefAnswer,
  ownProvenance,
  provenance,
  toLabelled,
  toOrganisationRef,
} from './shared-answers.ts';

const scored = {
  score: z
    .number()
    .nullable()
    .describe('On the scale of the instrument, not rounded; null where nothing was scored, which is not zero.'),
  answered: z.int().describe('Scored questions answered.'),
  evidenced: z
    .int()
    .nullable()
    .describe('Of these the ones whose answer says what it rests on; null where that was not counted at the time.'),
  class: claimClass.describe(
    'How far it is borne out, as the weakest answer behind it: the organisation says so, or says too what it rests on, or somebody from outside checked it and found the same. Null where there is no score.',
  ),
  applicable: z
    .int()
    .describe('Scored questions put to it, less those not applicable; `answered` and `missing` together.'),
  notApplicable: z.int().describe('Scored questions answered "not applicable".'),
  missing: z.int().describe('Scored questions not answered. A score with some missing is provisional.'),
  found: foundAnswer,
};

const scoreAnswer = z.object(scored).describe('A score and what stands behind it.');

const partScoreAnswer = z
  .object({ id: z.string(), title: z.string(), ...scored })
  .describe('The score of a theme or section of the instrument.');

export const resultAnswer = z
  .object({
    organisation: organisationRefAnswer,
    round: labelledAnswer,
    careSetting: labelledAnswer,
    instrument: z.object({ id: z.string(), version: z.string() }),
    method: labelledAnswer.describe('How the scores were made.'),
    submittedAt: z.iso
      .datetime()
      .describe('When what stands was submitted: where it was corrected, the corrected one.'),
    moderation: moderationAnswer,
    overall: scoreAnswer,
    themes: z.array(partScoreAnswer),
    sections: z.array(partScoreAnswer),
    takenFrom: z
      .object({
        organisation: organisationRefAnswer,
        sections: z.array(z.string()).describe('Ids of the sections whose answers it gave.'),
      })
      .nullable()
      .describe('Another organisation of its group, with which it was answered together; null where it was by itself.'),
    corrected: z
      .array(
        z.object({
          submittedAt: z.iso.datetime(),
          correctedAt: z.iso.datetime(),
          reason: z.string(),
          overall: z.number().nullable().describe('The overall score that stood until then, not rounded.'),
        }),
      )
      .describe('What was published before it was corrected, the newest first; empty where it never was.'),
    ...provenance,
    links: z
      .object({ organisation: z.string(), instrument: z.string(), questionnaire: z.string() })
      .describe(
        'This API on both; on the very version of the questionnaire that was answered. And the page on which anybody reads that version.',
      ),
  })
  .describe(
    'The scores of one submitted self-assessment. Answers to single questions are not public; a section with fewer than three answers is left out, and others of its theme where they would tell its score.',
  );

export type ResultAnswer = z.infer<typeof resultAnswer>;
type PartScore = z.infer<typeof partScoreAnswer>;

/** A submission without the scores that every submission is stored with. */
export class MissingScoreError extends Error {
  override readonly name = 'MissingScoreError';
}

/** What a result is told with. */
export interface ResultFrame {
  readonly pack: ProgrammePack;
  readonly organisation: OrganisationRef;
  /** Whose answers it was signed with; null where all were its own. */
  readonly giver: OrganisationRef | null;
  readonly serviceName: string;
}

/** A submission as answered, its themes and sections in the order of the instrument. */
export function toResult(
  assessment: ListedAssessment,
  { pack, organisation, giver, serviceName }: ResultFrame,
): ResultAnswer {
  const { scores, instrumentId, instrumentVersion, illustrative, taken, moderation } = assessment;
  const round = toLabelled(assessment.roundId, pack.rounds);
  const instrument = findInstrument(pack, { id: instrumentId, version: instrumentVersion });
  const overall = scores.find(({ level }) => level === 'overall');
  if (overall === undefined) {
    throw new MissingScoreError(`The submission ${assessment.assessmentId} has no overall score`);
  }
  const told = moderation === null || instrument === undefined ? null : forEverybody(instrument, moderation);
  const withFound = (score: StoredScore) => toScore(score, told);
  const title = `Self-assessment signed for the organisation: ${round.label}`;
  return {
    organisation: toOrganisationRef(organisation),
    round,
    careSetting: toLabelled(assessment.careSetting, pack.careSettings),
    instrument: { id: instrumentId, version: instrumentVersion },
    method: methodOf(assessment.method, instrument),
    submittedAt: assessment.submittedAt.toISOString(),
    moderation: moderationOf(told),
    overall: withFound(overall),
    themes: partsOf(scores.filter(isOf('theme')), instrument?.themes ?? [], withFound),
    sections: partsOf(
      publicScores(scores, instrument).filter(isOf('section')),
      instrument === undefined ? [] : sectionsOf(instrument),
      withFound,
    ),
    corrected: assessment.corrected.map((before) => ({
      submittedAt: before.submittedAt.toISOString(),
      correctedAt: before.correctedAt.toISOString(),
      reason: before.reason,
      overall: before.scores.find(({ level }) => level === 'overall')?.score ?? null,
    })),
    takenFrom:
      giver === null || taken === null
        ? null
        : { organisation: toOrganisationRef(giver), sections: [...taken.sectionIds] },
    ...ownProvenance({ illustrative, title, publisher: organisation.name }, serviceName),
    links: {
      organisation: paths.apiItem('organisations', organisation.code),
      instrument: paths.apiItem('instruments', instrumentId, instrumentVersion),
      questionnaire: paths.questionnaire(instrumentId, instrumentVersion),
    },
  };
}

/** Without the sections that are not for everybody; of parts that the pack no longer has none is withheld with a theme. */
function publicScores(scores: readonly StoredScore[], instrument: Instrument | undefined): readonly StoredScore[] {
  const withheld = instrument === undefined ? new Set<string>() : withheldSections(instrument, scores);
  return scores.filter(({ level, key }) => level !== 'section' || !withheld.has(key));
}

/** The sentence that goes with a method, where the instrument has it. */
function methodOf(id: string, instrument: Instrument | undefined) {
  return { id, label: instrument?.scoring.id === id ? instrument.scoring.label : id };
}

interface Part {
  readonly id: string;
  readonly title: string;
}

const isOf =
  (level: StoredScore['level']) =>
  (score: StoredScore): boolean =>
    score.level === level;

/** Scores of one level; those of parts that the instrument does not have come last, under their ids. */
function partsOf(
  ofLevel: readonly StoredScore[],
  parts: readonly Part[],
  toAnswer: (score: StoredScore) => Omit<PartScore, 'id' | 'title'>,
): PartScore[] {
  const known = parts.flatMap(({ id, title }) =>
    ofLevel.filter(({ key }) => key === id).map((score) => ({ id, title, ...toAnswer(score) })),
  );
  const gone = ofLevel.filter(({ key }) => !parts.some(({ id }) => id === key));
  return [...known, ...gone.map((score) => ({ id: score.key, title: score.key, ...toAnswer(score) }))];
}

function toScore(stored: StoredScore, moderation: FinishedModeration | null) {
  const { score, answered, evidenced, applicable, notApplicable, missing } = stored;
  return {
    ...{ score, answered, evidenced, class: classOfScore(stored), applicable, notApplicable, missing },
    found: foundOf(stored, moderation),
  };
}

/** One row for each score: overall, then themes, then sections. */
export const resultTable: CsvTable<ResultAnswer> = {
  columns: [
    'organisation_code',
    'organisation_name',
    'round',
    'care_setting',
    'instrument',
    'instrument_version',
    'method',
    'submitted_at',
    'level',
    'id',
    'title',
    'score',
    'answered',
    'applicable',
    'not_applicable',
    'missing',
    'evidenced',
    'class',
    'found_score',
    'found_checked',
    'found_class',
    'moderated_at',
    'moderated_by',
    'taken_from_code',
    'taken_from_name',
    'taken_sections',
    ...provenanceColumns,
    'questionnaire',
  ],
  rowsOf: (result) => [
    scoreCells(result, 'overall', { id: 'overall', title: 'Overall', ...result.overall }),
    ...result.themes.map((theme) => scoreCells(result, 'theme', theme)),
    ...result.sections.map((section) => scoreCells(result, 'section', section)),
  ],
};

function scoreCells(result: ResultAnswer, level: string, score: PartScore): CsvCell[] {
  return [
    result.organisation.code,
    result.organisation.name,
    result.round.id,
    result.careSetting.id,
    result.instrument.id,
    result.instrument.version,
    result.method.id,
    result.submittedAt,
    level,
    score.id,
    score.title,
    score.score,
    score.answered,
    score.applicable,
    score.notApplicable,
    score.missing,
    score.evidenced,
    score.class,
    score.found?.score ?? null,
    score.found?.checked ?? null,
    score.found?.class ?? null,
    result.moderation?.finishedAt ?? null,
    result.moderation?.checkedBy ?? null,
    result.takenFrom?.organisation.code ?? null,
    result.takenFrom?.organisation.name ?? null,
    result.takenFrom?.sections.join(' ') ?? null,
    ...provenanceCells(result),
    result.links.questionnaire,
  ];
}
