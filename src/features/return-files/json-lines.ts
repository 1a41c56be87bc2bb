import type { AnswerValue } from '../scoring/index.ts';
import type { ReturnLine, ReturnToWrite } from './own-return.ts';

/** One question as the JSON file has it; its fields are told in docs/return-files.md. */
export interface JsonLine {
  readonly section: string;
  readonly question: string;
  readonly text: string;
  readonly answer: AnswerValue | null;
  readonly note: string;
  readonly desired: string | null;
  readonly evidence: readonly string[];
  readonly answeredElsewhere: string | null;
  readonly revision: number;
  readonly savedAt: string | null;
}

const jsonSchema = 'local-digital-roadmaps/own-return/1';

/** What the JSON file says before its answers. */
export function jsonHead({ facts }: ReturnToWrite): Readonly<Record<string, unknown>> {
  const { organisation, round, careSetting, instrument, state, illustrative, takenAt } = facts;
  return {
    schema: jsonSchema,
    organisation: { code: organisation.code, name: organisation.name },
    round: { id: round.id, label: round.label },
    careSetting: { id: careSetting.id, label: careSetting.label },
    questionnaire: { id: instrument.id, version: instrument.version, title: instrument.title },
    state,
    illustrative,
    takenAt: takenAt.toISOString(),
  };
}

export function jsonLine({ section, question, saved, answeredBy, evidence }: ReturnLine): JsonLine {
  return {
    section: section.id,
    question: question.id,
    text: question.text,
    answer: saved?.value ?? null,
    note: saved?.comment ?? '',
    desired: saved?.desired ?? null,
    evidence: evidence.map(({ title }) => title),
    answeredElsewhere: answeredBy,
    revision: saved?.revision ?? 0,
    savedAt: saved?.savedBy.at.toISOString() ?? null,
  };
}
