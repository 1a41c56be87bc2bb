import { countOf, formatDate, formatNumber, listInWords } from '../../../views/format.ts';
import {
  type AreaRef,
  commissionerWords,
  countedInWords,
  type Day,
  type Footprint,
  type Member,
  type PlanningWords,
  type Population,
  planningWords,
  sumPopulation,
} from '../../directory/index.ts';
import type { MembershipRole } from '../../programme/index.ts';
import { insideFootprint } from './inside-footprint.ts';

export interface RoleGroup {
  readonly role: MembershipRole;
  readonly heading: string;
  readonly meaning: string;
  readonly members: readonly Member[];
}

const roles: readonly Omit<RoleGroup, 'members'>[] = [
  { role: 'lead', heading: 'Lead', meaning: 'Brings the footprint together and submits its roadmap.' },
  { role: 'core', heading: 'Core members', meaning: 'Write the roadmap together; each is asked to endorse it.' },
  { role: 'associate', heading: 'Associates', meaning: 'Take part, but are formally outside the footprint.' },
  { role: 'support', heading: 'Support', meaning: 'Help the members with the work.' },
];

/** The members of a footprint by role, lead first; roles nobody has are left out. */
export function roleGroups(members: readonly Member[]): RoleGroup[] {
  return roles
    .map((role) => ({ ...role, members: members.filter((member) => member.role === role.role) }))
    .filter((group) => group.members.length > 0);
}

/** People registered with the CCGs that lead a footprint or are its members; associates have people of their own elsewhere. */
export function footprintPopulation(members: readonly Member[]): Population {
  return sumPopulation(members.filter(({ role }) => role === 'lead' || role === 'core'));
}

/** The footprint in three sentences: where it is, who is in it, for how many people. */
export function inShort(footprint: Footprint, members: readonly Member[], { asAt }: Pick<Day, 'asAt'>): string[] {
  return [where(footprint, planningWords(asAt)), who(members), forWhom(footprintPopulation(members), asAt)];
}

function where({ name, regions, stps }: Footprint, words: PlanningWords): string {
  const region = regions.length === 0 ? '' : ` in the ${listInWords(regions.map((area) => area.name))} region`;
  return `${name} is one footprint${region}${withinStps(stps, words)}.`;
}

function withinStps(stps: readonly AreaRef[], { area, areas }: PlanningWords): string {
  const [only] = stps;
  if (only === undefined) {
    return `; the ${area} it lies in is not recorded`;
  }
  if (stps.length === 1) {
    return `, in the ${only.name.replace(/^The /, '')} ${area}`;
  }
  return `. It spans ${formatNumber(stps.length)} ${areas}: ${stps.map(({ name }) => name).join('; ')}`;
}

function who(members: readonly Member[]): string {
  if (members.length === 0) {
    return 'Which organisations belong to it is not recorded.';
  }
  const leads = members.filter(({ role }) => role === 'lead').map(({ name }) => name);
  const led =
    leads.length === 0 ? 'its lead is not recorded' : `${listInWords(leads)} ${leads.length === 1 ? 'leads' : 'lead'}`;
  const inside = insideFootprint(members).length;
  const associateCount = members.length - inside;
  const outside =
    associateCount === 0
      ? ''
      : ` ${countOf(associateCount, 'associate')} from outside ${associateCount === 1 ? 'takes' : 'take'} part.`;
  return `${countOf(inside, 'organisation')} ${inside === 1 ? 'is' : 'are'} recorded in it; ${led}.${outside}`;
}

function forWhom(population: Population, asAt: string): string {
  if (population.total === null) {
    return `How many people it serves is not known, because ${commissionerWords(asAt).noFigure}.`;
  }
  return `${formatNumber(population.total)} people were registered with the GP practices of ${countedInWords(population)} on ${datesInWords(population)}.`;
}

/** The day or days a population was counted on. */
export function datesInWords({ measuredOn }: Population): string {
  return listInWords(measuredOn.map((date) => formatDate(date)));
}
