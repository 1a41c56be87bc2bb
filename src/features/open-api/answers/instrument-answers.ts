import { z } from 'zod';
import { paths } from '../../../paths.ts';
import {
  type Instrument,
  instrumentOfRound,
  type ProgrammePack,
  type Question,
  type Scale,
  sectionsOf,
  type Theme,
} from '../../programme/index.ts';
import { provenance, standingAnswer, weakestStanding } from './shared-answers.ts';

const methodAnswer = z.object({
  id: z.string(),
  label: z.string().describe('How scores are made, in words.'),
  theme: z.enum(['mean-of-sections', 'mean-of-answers']).describe('What the score of a theme is the mean of.'),
  gates: z
    .array(
      z.object({
        question: z.string(),
        below: z.number().describe('An answer that scores less than this closes the gate.'),
        holds: z.string().describe('Id of the section or theme that it holds down, or `overall`.'),
        most: z.number().describe('What that scores at most then.'),
        because: z.string(),
      }),
    )
    .describe('Answers without which a score goes no higher.'),
  scale: z
    .object({ least: z.number(), most: z.number(), decimals: z.int().describe('Places after the point in print.') })
    .describe('The numbers that a score may be.'),
});

export const instrumentAnswer = z
  .object({
    id: z.string(),
    version: z.string(),
    title: z.string(),
    provenance: z.string().describe('What its text is and is not.'),
    declaration: z.string().describe('What whoever authorises an assessment signs.'),
    signing: z
      .object({
        roles: z.array(z.enum(['executive', 'signatory'])).describe('Roles of an organisation by which it is signed.'),
        who: z.string().describe('Who that is, in words.'),
        boardApproval: z
          .enum(['not-asked', 'optional', 'required'])
          .describe('Whether it is asked on which day a board approved it.'),
      })
      .describe('Who signs an assessment.'),
    scoring: methodAnswer,
    returns: z
      .enum(['per-organisation', 'per-setting'])
      .describe('Whether an organisation is assessed as a whole, or each of its care settings by itself.'),
    notApplicableNeedsReason: z
      .boolean()
      .describe('Whether "not applicable" counts as an answer only with a note that says why.'),
    asksDesiredLevels: z
      .boolean()
      .describe('Whether an organisation may say of each scored question where it means to be by the next round.'),
    follows: z
      .object({
        instrument: z.string(),
        drops: z.array(z.string()).describe('Ids of its questions that are asked no more.'),
        standing: standingAnswer.describe('How far it is known which questions stayed.'),
      })
      .nullable()
      .describe('The questionnaire that it came after.'),
    rounds: z.array(z.string()).describe('Ids of the rounds this version is answered in.'),
    sectionCount: z.int(),
    questionCount: z.int(),
    ...provenance,
    links: z.object({
      self: z.string().describe('This API on this version alone, with its questions.'),
      page: z.string().describe('The page on which anybody reads this version.'),
    }),
  })
  .describe('A questionnaire by which organisations assess themselves.');

const scaleAnswer = z.object({
  id: z.string(),
  label: z.string(),
  isScored: z.boolean().describe('False where answers give context and no score.'),
  options: z.array(z.object({ id: z.string(), label: z.string(), score: z.number() })),
});

const weightAnswer = z.number().describe('How much it weighs in what it is part of; 1 where all weigh the same.');

const levelAnswer = z.object({
  option: z.string().describe('The option of the scale that it stands for.'),
  looksLike: z.string(),
  elements: z.array(z.object({ id: z.string(), text: z.string() })),
});

const questionAnswer = z.object({
  id: z.string(),
  title: z.string().nullable().describe('What it is called in short; null where it has its text alone.'),
  text: z.string(),
  help: z.string(),
  scale: z.string().describe('Id of the scale it is answered on.'),
  evidence: z.array(z.string()).describe('What can be shown for an answer.'),
  levels: z
    .array(levelAnswer)
    .describe(
      'One for each option of the scale, where the elements that are met are ticked: the level is the highest of which all elements are met, and all of those below it. Empty where an option is chosen instead.',
    ),
  careSettings: z.array(z.string()).describe('Ids of the care settings it is put to; none stands for all.'),
  when: z
    .object({
      question: z.string().describe('Id of an earlier question.'),
      is: z
        .array(z.string())
        .describe('Options of its scale: it is asked where one of them was chosen, or its level reached.'),
    })
    .nullable()
    .describe('The answer without which it is not asked; null where it is asked of all in its care settings.'),
  mayBeNotApplicable: z.boolean(),
  weight: weightAnswer,
  lineage: z
    .object({
      kind: z
        .enum(['same', 'narrower', 'wider'])
        .describe('Whether it asks what the earlier question asked, less of it, or all of it and more.'),
      from: z.array(z.string()).describe('Ids of questions of the questionnaire that its own follows.'),
      isComparable: z.boolean().describe('Whether answers to both may be set side by side.'),
      comparableIn: z
        .array(z.string())
        .describe('Ids of the care settings in which they may, where it is not all; none stands for all.'),
    })
    .nullable()
    .describe('What it came from; null where it is new.'),
  standing: standingAnswer,
});

const sectionAnswer = z.object({
  id: z.string(),
  number: z.int(),
  title: z.string(),
  description: z.string(),
  answeredBy: z.string().describe('Who is best placed to answer.'),
  weight: weightAnswer,
  questions: z.array(questionAnswer),
});

const themeAnswer = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  answered: z
    .enum(['organisation', 'setting'])
    .describe('Whether an organisation with several care settings answers it once for all of them, or for each.'),
  sharedInGroup: z
    .boolean()
    .describe('Whether organisations of one group may answer it together: one gives the answers, others take them.'),
  weight: weightAnswer,
  sections: z.array(sectionAnswer),
});

const versionAnswer = z.object({
  version: z.string(),
  digest: z.string().describe('SHA-256 of what is asked in it and how it scores.'),
  links: z.object({ self: z.string().describe('This API on that version.') }),
});

export const wholeInstrumentAnswer = instrumentAnswer
  .extend({
    digest: z.string().describe('SHA-256 of what is asked in it and how it scores.'),
    versions: z.array(versionAnswer).describe('Every version of it that is kept, this one too, the oldest first.'),
    scales: z.array(scaleAnswer),
    themes: z.array(themeAnswer),
  })
  .describe('A questionnaire with its scales, themes, sections and questions.');

export type InstrumentAnswer = z.infer<typeof instrumentAnswer>;
export type WholeInstrumentAnswer = z.infer<typeof wholeInstrumentAnswer>;

export function toInstrument(instrument: Instrument, pack: ProgrammePack, serviceName: string): InstrumentAnswer {
  const {
    id,
    version,
    title,
    provenance: words,
    declaration,
    notApplicableNeedsReason,
    asksDesiredLevels,
    scoring,
    follows,
    returns,
    signing,
  } = instrument;
  const sections = sectionsOf(instrument);
  const questions = sections.flatMap((section) => section.questions);
  return {
    id,
    version,
    title,
    provenance: words,
    declaration,
    signing: { ...signing, roles: [...signing.roles] },
    notApplicableNeedsReason,
    asksDesiredLevels,
    returns,
    scoring: { ...scoring, gates: scoring.gates.map((gate) => ({ ...gate })), scale: { ...scoring.scale } },
    follows: follows === null ? null : { ...follows, drops: [...follows.drops] },
    rounds: roundsOf(instrument, pack),
    sectionCount: sections.length,
    questionCount: questions.length,
    standing: weakestStanding(questions.map(({ standing }) => standing)),
    source: { id: null, title: `Programme pack ${pack.id}`, publisher: serviceName, url: null },
    illustrative: false,
    links: { self: paths.apiItem('instruments', id, version), page: paths.questionnaire(id, version) },
  };
}

/** A version as it is kept. */
export interface KeptVersion {
  readonly version: string;
  readonly digest: string;
}

export function toWholeInstrument(
  instrument: Instrument,
  { digest, versions }: { readonly digest: string; readonly versions: readonly KeptVersion[] },
  pack: ProgrammePack,
  serviceName: string,
): WholeInstrumentAnswer {
  const { id } = instrument;
  return {
    ...toInstrument(instrument, pack, serviceName),
    digest,
    versions: versions.map((kept) => ({
      version: kept.version,
      digest: kept.digest,
      links: { self: paths.apiItem('instruments', id, kept.version) },
    })),
    scales: instrument.scales.map(toScale),
    themes: instrument.themes.map(toTheme),
  };
}

function roundsOf({ id, version }: Instrument, pack: ProgrammePack): string[] {
  return pack.rounds
    .filter((round) => round.kind === 'assessment')
    .filter((round) => {
      const asked = instrumentOfRound(pack, round.id);
      return asked.id === id && asked.version === version;
    })
    .map((round) => round.id);
}

function toScale({ id, label, scored, options }: Scale) {
  return { id, label, isScored: scored, options: options.map((option) => ({ ...option })) };
}

function toTheme({ id, title, description, answered, sharedInGroup, weight, sections }: Theme) {
  return {
    id,
    title,
    description,
    answered,
    sharedInGroup,
    weight,
    sections: sections.map((section) => ({ ...section, questions: section.questions.map(toQuestion) })),
  };
}

function toQuestion({ notApplicable, careSettings, when, lineage, evidence, levels, ...question }: Question) {
  return {
    ...question,
    evidence: [...evidence],
    levels: levels.map((level) => ({ ...level, elements: level.elements.map((element) => ({ ...element })) })),
    careSettings: [...careSettings],
    when: when === null ? null : { ...when, is: [...when.is] },
    mayBeNotApplicable: notApplicable,
    lineage: lineage === null ? null : { ...lineage, from: [...lineage.from], comparableIn: [...lineage.comparableIn] },
  };
}
