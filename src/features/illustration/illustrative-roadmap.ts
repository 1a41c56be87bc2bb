import { parse } from 'yaml';
import { z } from 'zod';
import type { ProgrammePack } from '../programme/index.ts';
import {
  deploymentStatuses,
  fundingStates,
  type GroupBaseline,
  type RoadmapContent,
  solutions,
} from '../roadmap/index.ts';

const planSchema = z.strictObject({
  baseline: z.string(),
  solution: z.enum(solutions as ['national', 'local']).default('national'),
  localSolution: z.string().default(''),
  ambitions: z.array(z.string()),
  activities: z.array(z.string()),
  evidence: z.string(),
});

const illustrationSchema = z.strictObject({
  parts: z.record(z.string(), z.string()),
  trajectory: z.record(z.string(), z.strictObject({ climb: z.array(z.number()), rationale: z.string() })),
  universal: z.record(z.string(), planSchema),
  deployments: z.array(
    z.strictObject({
      group: z.string(),
      title: z.string(),
      year: z.string(),
      status: z.enum(deploymentStatuses),
      cost: z.number(),
      fundingState: z.enum(fundingStates),
      fundingSource: z.string(),
      supports: z.array(z.string()),
    }),
  ),
  exemplars: z.array(z.strictObject({ group: z.string(), title: z.string(), reason: z.string() })),
});

/** The invented plan of a programme, as its pack's illustration folder has it. */
export type RoadmapIllustration = z.infer<typeof illustrationSchema>;

export function parseRoadmapIllustration(text: string): RoadmapIllustration {
  return illustrationSchema.parse(parse(text));
}

/** The names an invented plan is filled in with. */
export interface IllustratedFootprint {
  readonly name: string;
  readonly stps: readonly string[];
  readonly organisations: readonly string[];
}

/** One footprint's invented roadmap: the same words for all, with its own names and targets that climb from its own baseline. */
export function illustrativeRoadmap(
  pack: ProgrammePack,
  illustration: RoadmapIllustration,
  footprint: IllustratedFootprint,
  baselines: readonly GroupBaseline[],
  newId: () => string,
): RoadmapContent {
  return {
    parts: pack.roadmapTemplate.parts.map((part) => ({
      partId: part.id,
      localHeading: '',
      body: fillIn(illustration.parts[part.id] ?? '', footprint).trim(),
    })),
    trajectory: trajectoryRows(pack, illustration, baselines),
    universalPlans: universalPlans(pack, illustration),
    deployments: illustration.deployments.map((row) => ({
      id: newId(),
      groupId: row.group,
      title: row.title,
      organisationIds: [],
      yearId: row.year,
      status: row.status,
      owner: 'Informatics group',
      supplier: '',
      costPounds: row.cost,
      fundingSource: row.fundingSource,
      fundingState: row.fundingState,
      supports: row.supports,
    })),
  };
}

function trajectoryRows(pack: ProgrammePack, illustration: RoadmapIllustration, baselines: readonly GroupBaseline[]) {
  return pack.capabilityGroups.map((group) => {
    const plan = illustration.trajectory[group.id];
    const baseline = baselines.find((candidate) => candidate.groupId === group.id)?.mean ?? 35;
    return {
      groupId: group.id,
      rationale: plan?.rationale ?? '',
      targets: pack.roadmapTemplate.targetYears.map((year, index) => ({
        yearId: year.id,
        target: Math.min(98, Math.round(baseline + (plan?.climb[index] ?? 0))),
        fallReason: '',
      })),
    };
  });
}

function universalPlans(pack: ProgrammePack, illustration: RoadmapIllustration) {
  const { ambitionYears, planQuarters } = pack.roadmapTemplate;
  return pack.universalCapabilities.map((capability) => {
    const plan = illustration.universal[capability.id];
    return {
      capabilityId: capability.id,
      baseline: plan?.baseline ?? '',
      solution: plan?.solution ?? null,
      localSolution: plan?.localSolution ?? '',
      evidence: plan?.evidence ?? '',
      ambitions: ambitionYears.map((year, index) => ({ yearId: year.id, text: plan?.ambitions[index] ?? '' })),
      activities: planQuarters.map((quarter, index) => ({
        quarterId: quarter.id,
        text: plan?.activities[index] ?? '',
      })),
    };
  });
}

function fillIn(text: string, footprint: IllustratedFootprint): string {
  const list = (items: readonly string[]) => new Intl.ListFormat('en-GB').format(items);
  return unwrapped(text)
    .replaceAll('{footprint}', footprint.name)
    .replaceAll('{organisations}', footprint.organisations.join('\n- '))
    .replaceAll('{stps}', list(footprint.stps));
}

/** The pack's lines are wrapped for whoever edits them; on the page a line break within a paragraph would show. */
function unwrapped(text: string): string {
  return text.replaceAll(/([^\n])\n(?=[^\n\-#\d])/g, '$1 ');
}
