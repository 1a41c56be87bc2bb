import { by, compareNames } from '../../../platform/compare.ts';
import { countOf, formatNumber } from '../../../views/format.ts';
import {
  commissionerWords,
  countedInWords,
  type Day,
  type Member,
  membershipRoleLabels,
  type Population,
  planningWords,
} from '../../directory/index.ts';
import type { MembershipRole, ProgrammePack } from '../../programme/index.ts';
import { footprintPopulation } from '../facts/footprint-words.ts';
import { groupByType } from '../facts/group-by-type.ts';
import { insideFootprint } from '../facts/inside-footprint.ts';
import {
  both,
  type CapabilityRow,
  type ComparedFootprint,
  type Comparison,
  type CountRow,
  type Pair,
  type RoadmapFigures,
  type SharedOrganisation,
} from './comparison.ts';
import { differencesInWords } from './differences-in-words.ts';

/** Two footprints side by side. What is not recorded is said to be so, and never counts as nought. */
export function compareFootprints(
  pack: Pick<ProgrammePack, 'organisationTypes'>,
  sides: Pair<ComparedFootprint>,
  { asAt }: Pick<Day, 'asAt'>,
): Comparison {
  const words = planningWords(asAt);
  const populations = both(sides, ({ members }) => footprintPopulation(members));
  const shared = sharedOrganisations(sides);
  const capabilities = capabilityRows(sides);
  return {
    names: both(sides, ({ footprint }) => footprint.name),
    inWords: differencesInWords({ words, sides, populations, shared, capabilities }),
    populations,
    facts: factRows(sides, populations, asAt),
    types: typeRows(pack, sides),
    roles: roleRows(sides),
    shared,
    capabilities,
  };
}

function factRows(sides: Pair<ComparedFootprint>, populations: Pair<Population>, asAt: string): Comparison['facts'] {
  const words = planningWords(asAt);
  const fact = (key: string, say: (side: ComparedFootprint) => string) => ({ key, values: both(sides, say) });
  return [
    fact('Region', ({ footprint }) => namesOf(footprint.regions)),
    fact(words.areas, ({ footprint }) => namesOf(footprint.stps)),
    { key: 'People registered', values: both(populations, (population) => peopleInWords(population, asAt)) },
    fact('Organisations', ({ members }) =>
      members.length === 0 ? 'Not recorded' : formatNumber(insideFootprint(members).length),
    ),
    fact('Lead', ({ members }) => namesOf(members.filter(({ role }) => role === 'lead'))),
    fact('Governance', ({ governance }) => (governance === null ? 'Not recorded' : 'Recorded')),
    fact('Stage of the roadmap', ({ stage }) => stage.reason),
    fact('Published roadmap', ({ roadmap }) => roadmapInWords(roadmap)),
  ];
}

function namesOf(things: readonly { readonly name: string }[]): string {
  return things.length === 0 ? 'Not recorded' : things.map(({ name }) => name).join('; ');
}

function peopleInWords(population: Population, asAt: string): string {
  return population.total === null
    ? `Not known: ${commissionerWords(asAt).noFigure}`
    : `${formatNumber(population.total)}, of ${countedInWords(population)}`;
}

function roadmapInWords(roadmap: RoadmapFigures | null): string {
  return roadmap === null
    ? 'None yet'
    : `${roadmap.status}. ${formatNumber(roadmap.endorsedCount)} of ${countOf(roadmap.memberCount, 'organisation')} endorsed it`;
}

function typeRows(pack: Pick<ProgrammePack, 'organisationTypes'>, sides: Pair<ComparedFootprint>): CountRow[] {
  const all = sides.flatMap(({ members }) => insideFootprint(members));
  return groupByType(pack, all).map(({ type }) => ({
    label: type.labelPlural,
    counts: both(sides, ({ members }) => countOfThose(insideFootprint(members), ({ typeId }) => typeId === type.id)),
  }));
}

const roles: readonly MembershipRole[] = ['lead', 'core', 'associate', 'support'];

function roleRows(sides: Pair<ComparedFootprint>): CountRow[] {
  return roles
    .map((role) => ({
      label: membershipRoleLabels[role],
      counts: both(sides, ({ members }) => countOfThose(members, (member) => member.role === role)),
    }))
    .filter(({ counts }) => counts.some((count) => count !== null && count > 0));
}

function countOfThose(members: readonly Member[], isMeant: (member: Member) => boolean): number | null {
  return members.length === 0 ? null : members.filter(isMeant).length;
}

function sharedOrganisations([one, other]: Pair<ComparedFootprint>): SharedOrganisation[] {
  return one.members
    .flatMap((member) => {
      const there = other.members.find(({ organisationId }) => organisationId === member.organisationId);
      return there === undefined
        ? []
        : [
            {
              code: member.code,
              name: member.name,
              roles: both([member, there], ({ role }) => membershipRoleLabels[role]),
            },
          ];
    })
    .toSorted(by(({ name }) => name, compareNames));
}

/** Groups either has published something of, in the order of the first that has. */
function capabilityRows(sides: Pair<ComparedFootprint>): CapabilityRow[] {
  const published = sides.flatMap(({ roadmap }) => roadmap?.capabilities ?? []);
  const labels = new Map(published.map(({ id, label }) => [id, label]));
  return [...labels].map(([id, label]) => ({
    id,
    label,
    figures: both(sides, ({ roadmap }) => roadmap?.capabilities.find((group) => group.id === id) ?? null),
  }));
}

/** All years either has targets for, by label: `End 2016/17` before `End 2017/18`. */
export function targetYears(capabilities: readonly CapabilityRow[]): string[] {
  const years = capabilities.flatMap(({ figures }) =>
    figures.flatMap((group) => group?.targets.map(({ year }) => year) ?? []),
  );
  return [...new Set(years)].sort();
}
