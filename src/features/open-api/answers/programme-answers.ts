import { z } from 'zod';
import { dueOnFor, type ProgrammePack, type Round, roundState } from '../../programme/index.ts';
import { labelledAnswer, provenance, standingAnswer, weakestStanding } from './shared-answers.ts';

const roundAnswer = z.object({
  id: z.string(),
  kind: z.enum(['assessment', 'roadmap']),
  label: z.string(),
  opensOn: z.iso.date(),
  dueOn: z.iso.date().describe('The last day, as the programme fixed it.'),
  extendedTo: z.iso
    .date()
    .nullable()
    .describe('The last day for everybody, where it was extended. Some may have longer.'),
  state: z
    .enum(['planned', 'open', 'closed'])
    .describe('Whether anything is taken in it today. What comes late is taken.'),
  instrument: z.string().nullable().describe('Id of the instrument answered in it, for a round of assessment.'),
  baselineRound: z
    .string()
    .nullable()
    .describe('Id of the round its baseline is computed from, for a round of roadmaps.'),
});

const commitmentAnswer = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  dueOn: z.iso.date(),
  madeIn: z.string().describe('The document that made it.'),
  standing: standingAnswer,
  source: z.object({ title: z.string(), url: z.string().nullable() }),
});

const capabilityAnswer = z.object({
  id: z.string(),
  title: z.string(),
  group: z.string().describe('Id of its capability group.'),
  nationalService: z.string(),
  aims: z.array(z.string()),
  goFurther: z.array(z.string()),
  measures: z.array(z.string()),
  standing: standingAnswer,
});

export const programmeAnswer = z
  .object({
    id: z.string(),
    title: z.string(),
    summary: z.string(),
    positionOn: z.iso.date().describe('The day answers hold for when no other is asked for.'),
    rounds: z.array(roundAnswer),
    commitments: z.array(commitmentAnswer),
    areaKinds: z.array(labelledAnswer),
    organisationTypes: z.array(
      labelledAnswer.extend({
        isAssessed: z.boolean().describe('Whether organisations of this type complete the self-assessment.'),
        careSetting: z.string().nullable(),
        furtherCareSettings: z
          .array(z.string())
          .describe('Others that it answers for where each care setting is assessed by itself.'),
      }),
    ),
    careSettings: z.array(labelledAnswer),
    capabilityGroups: z.array(
      labelledAnswer.extend({
        description: z.string(),
        section: z.string().describe('Id of the section that measures it.'),
      }),
    ),
    universalCapabilities: z.array(capabilityAnswer),
    ...provenance,
  })
  .describe('What a programme asks for: its rounds, promises and words.');

export type ProgrammeAnswer = z.infer<typeof programmeAnswer>;

export function toProgramme(pack: ProgrammePack, serviceName: string, today: string): ProgrammeAnswer {
  const { id, title, summary, positionOn, commitments, universalCapabilities } = pack;
  return {
    id,
    title,
    summary,
    positionOn,
    rounds: pack.rounds.map((round) => toRound(round, today)),
    commitments: commitments.map((commitment) => ({ ...commitment, source: { ...commitment.source } })),
    areaKinds: pack.areaKinds.map(({ id: kind, label }) => ({ id: kind, label })),
    organisationTypes: pack.organisationTypes.map((type) => ({
      id: type.id,
      label: type.label,
      isAssessed: type.assessed,
      careSetting: type.careSetting,
      furtherCareSettings: [...type.furtherCareSettings],
    })),
    careSettings: pack.careSettings.map(({ id, label }) => ({ id, label })),
    capabilityGroups: pack.capabilityGroups.map((group) => ({ ...group })),
    universalCapabilities: universalCapabilities.map((capability) => ({
      ...capability,
      aims: [...capability.aims],
      goFurther: [...capability.goFurther],
      measures: [...capability.measures],
    })),
    standing: weakestStanding([...commitments, ...universalCapabilities].map(({ standing }) => standing)),
    source: { id: null, title: `Programme pack ${id}`, publisher: serviceName, url: null },
    illustrative: false,
  };
}

function toRound(round: Round, today: string) {
  const { id, kind, label, opensOn, dueOn, instrument, baselineRound } = round;
  const forEverybody = dueOnFor(round);
  const extendedTo = forEverybody === dueOn ? null : forEverybody;
  return { id, kind, label, opensOn, dueOn, extendedTo, state: roundState(round, today), instrument, baselineRound };
}
