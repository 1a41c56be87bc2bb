import { letterKinds } from './letter-kinds.ts';
import type { PackFile } from './pack-fault.ts';

const PROGRAMME = `id: small
title: Small programme
summary: The least that is a programme.
positionOn: 2016-06-30
areaKinds:
  - { id: footprint, label: Footprint, labelPlural: Footprints }
careSettings:
  - { id: acute, label: Acute }
  - { id: ambulance, label: Ambulance }
organisationTypes:
  - { id: acute-trust, label: Acute trust, labelPlural: Acute trusts, assessed: true, careSetting: acute }
  - { id: council, label: Council, labelPlural: Councils, assessed: false }
rounds:
  - { id: first, kind: assessment, label: First, opensOn: 2015-11-01, dueOn: 2016-01-15, instrument: maturity }
  - { id: plan, kind: roadmap, label: Plan, opensOn: 2016-04-01, dueOn: 2016-06-30, baselineRound: first }
commitments:
  - id: paper-free
    title: Paper-free
    description: No paper.
    dueOn: 2020-12-31
    madeIn: A plan
    source: { title: A page, url: https://example.org/page }
    standing: stated
timeZone: Europe/London
`;

const CONTENT = `capabilityGroups:
  - { id: records, label: Records, description: Notes., section: records }
universalCapabilities:
  - { id: A, title: See notes, group: records, nationalService: Spine, aims: [All], goFurther: [], measures: [Views], standing: inferred }
roadmapTemplate:
  id: template
  title: Roadmap
  parts:
    - { id: vision, number: 1, title: Vision, guidance: Say it., prompts: [], kind: narrative, required: true, visibility: public }
    - { id: risks, number: 2, title: Risks, guidance: List., prompts: [], kind: narrative, required: true, visibility: assured }
  targetYears:
    - { id: 2016-17, label: End 2016/17, endsOn: 2017-03-31 }
    - { id: 2017-18, label: End 2017/18, endsOn: 2018-03-31 }
  ambitionYears: [{ id: 2016-17, label: End 2016/17, endsOn: 2017-03-31 }]
  planQuarters: [{ id: 2016-17-q2, label: 2016/17 Q2 }]
  deploymentYears: [{ id: 2016-17, label: 2016/17, endsOn: 2017-03-31 }]
submissionRule: { mustEndorse: [lead], declineBlocks: true, shareNeeded: 1 }
reviewRatings:
  - { id: met, label: Met, blocksClearance: false }
  - { id: not-met, label: Not met, blocksClearance: true }
reviewCriteria:
  - id: clear
    title: Clear
    question: Is it clear?
    nationalFocus: true
    rubric: { met: It is., not-met: It is not. }
`;

const INSTRUMENT = `instruments:
  - id: maturity
    version: '1'
    title: Maturity
    themes: [use]
    scales:
      - id: agreement
        label: Agree?
        scored: true
        options:
          - { id: no, label: 'No', score: 0 }
          - { id: yes, label: 'Yes', score: 100 }
      - { id: note, label: Note, scored: false, options: [] }
    scoring: { id: mean, label: The mean., theme: mean-of-sections }
    provenance: Made up.
    declaration: I agree.
themes:
  - instrument: maturity
    id: use
    title: Use
    description: What is used.
    sections:
      - id: records
        number: 1
        title: Records
        description: Notes.
        answeredBy: Anyone
        questions:
          - { id: R1, text: We keep notes., help: Count., scale: agreement, standing: inferred }
          - { id: R2, text: In vans., help: Count., scale: agreement, careSettings: [ambulance], standing: inferred }
          - { id: R3, text: Anything else?, help: Say., scale: note, standing: inferred }
`;

const LETTERS = `letters:
${Object.keys(letterKinds)
  .map(
    (kind) =>
      `  ${kind}: { subject: 'About ${kind}', text: '${kind === 'several-at-once' ? 'All of it' : 'Look at {link}'}' }\n`,
  )
  .join('')}`;

/** A made-up pack that is valid and as small as one can be, in four files. */
export const SMALL_PACK: readonly PackFile[] = [
  { path: 'content.yaml', text: CONTENT },
  { path: 'instrument.yaml', text: INSTRUMENT },
  { path: 'letters.yaml', text: LETTERS },
  { path: 'programme.yaml', text: PROGRAMME },
];

/** The small pack with one stretch of text changed, which must be there. */
export function smallPackWith(from: string | RegExp, to: string): PackFile[] {
  const changed = SMALL_PACK.map((file) => ({ ...file, text: file.text.replace(from, to) }));
  if (changed.every((file, index) => file.text === SMALL_PACK[index]?.text)) {
    throw new Error(`no "${from}" in the pack`);
  }
  return changed;
}
