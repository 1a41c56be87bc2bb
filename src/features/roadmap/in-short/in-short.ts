import { by } from '../../../platform/compare.ts';
import { dayOf } from '../../../platform/days.ts';
import { lastDayOf } from '../../../platform/forms/typed-period.ts';
import { countOf, formatDate, formatPeriod, inSentence, listInWords } from '../../../views/format.ts';
import { organisationsInWords } from '../content/deployments/deployment.ts';
import { countedMoney, type MoneyTotals, moneyTotals } from '../content/deployments/money.ts';
import { type DatedDeployment, scheduleOf } from '../content/deployments/schedule.ts';
import { flowSteps } from '../content/flows/flow-shares.ts';
import { flowsReader } from '../content/flows/flows-section.ts';
import { shortened } from '../content/shortened.ts';
import { targetedGroups } from '../content/trajectory/targeted-groups.ts';
import { documentTrajectory } from '../content/trajectory/trajectory-view.ts';
import { universalPlansReader } from '../content/universal-plans/universal-plan.ts';
import { memberName, type RoadmapDocument, sectionsOfKind } from '../documents/frozen-document.ts';

/** What a reader wants to know of a roadmap first. All of it is worked out from its document. */
export interface InShort {
  /** What it covers, where it is going and how far its deployments are. */
  readonly sentences: readonly string[];
  /** What the schedule costs; null where no money is stated in this copy. */
  readonly money: MoneyTotals | null;
  /** The deployments that are to be live next. */
  readonly next: readonly NextDeployment[];
  /** Empty where the plans of the universal capabilities are not in this copy. */
  readonly capabilities: readonly CapabilityInShort[];
}

export interface NextDeployment {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly when: string;
}

export interface CapabilityInShort {
  readonly id: string;
  readonly label: string;
  /** Where the footprint is, in its own words; empty when not stated. */
  readonly baseline: string;
  /** The last ambition that is stated, with its year. */
  readonly ambition: string;
  /** How far the deployments are that are said to support it. */
  readonly state: string;
}

const MOST_NEXT = 5;
const LONGEST_WORDS = 140;

export function inShort(document: RoadmapDocument): InShort {
  const schedule = scheduleOf(document);
  const sentences = [
    whoPlans(document),
    whereItGoes(document),
    schedule === null ? '' : howFar(schedule),
    flowsInShort(document),
  ].filter((sentence) => sentence !== '');
  const { lines } = countedMoney(schedule ?? []);
  return {
    sentences,
    money: lines.length === 0 ? null : moneyTotals(lines),
    next: schedule === null ? [] : nextOf(schedule, document),
    capabilities: capabilitiesOf(document, schedule ?? []),
  };
}

function whoPlans({ members, footprint }: RoadmapDocument): string {
  const leads = members.filter(({ role }) => role === 'lead').map(({ name }) => name);
  const led = leads.length === 0 ? '' : `, led by ${listInWords(leads)}`;
  return `${countOf(members.length, 'organisation')} of ${footprint.name} ${members.length === 1 ? 'plans' : 'plan'} together${led}.`;
}

/** Of the group that starts lowest among those with a baseline and a target. */
function whereItGoes(document: RoadmapDocument): string {
  const trajectory = documentTrajectory(document);
  const groups = trajectory === null ? [] : targetedGroups(trajectory);
  const [lowest] = groups;
  if (lowest === undefined) {
    return '';
  }
  const { label, baseline, target, year } = lowest;
  return `The lowest of ${countOf(groups.length, 'capability group')} is ${label}: it stands at ${baseline}, and is to reach ${target} by ${inSentence(year)}.`;
}

function howFar(rows: readonly DatedDeployment[]): string {
  if (rows.length === 0) {
    return 'No deployments are in the schedule.';
  }
  const counted = (['live', 'under-way', 'planned', 'stopped'] as const)
    .map((status) => ({ status, count: rows.filter((row) => row.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status === 'under-way' ? 'under way' : status}`);
  return `${countOf(rows.length, 'deployment')} ${rows.length === 1 ? 'is' : 'are'} in the schedule: ${listInWords(counted)}.`;
}

function flowsInShort(document: RoadmapDocument): string {
  const [section] = sectionsOfKind(document, flowsReader);
  if (section?.content == null) {
    return '';
  }
  const steps = flowSteps(section.content.flows, section.content.ways);
  const [now, last] = [steps[0], steps.at(-1)];
  if (now === undefined || now.known === 0) {
    return '';
  }
  const later =
    last === undefined || last.on === null ? '' : `, and ${last.digital} of ${last.known} by ${formatDate(last.on)}`;
  return `${now.digital} of ${countOf(now.known, 'information flow')} ${now.digital === 1 ? 'is' : 'are'} digital now${later}.`;
}

/** In order of time, from the day on which the document was frozen. */
function nextOf(rows: readonly DatedDeployment[], document: RoadmapDocument): NextDeployment[] {
  const frozenOn = dayOf(new Date(document.frozenAt));
  return rows
    .flatMap((row) => {
      const isAhead = row.status === 'planned' || row.status === 'under-way';
      return isAhead && row.goesLive !== null && lastDayOf(row.goesLive) >= frozenOn
        ? [{ row, goesLive: row.goesLive }]
        : [];
    })
    .toSorted(by(({ goesLive }) => lastDayOf(goesLive)))
    .slice(0, MOST_NEXT)
    .map(({ row: { id, title, organisationCodes }, goesLive }) => ({
      id,
      title,
      where: organisationsInWords(organisationCodes.map((code) => memberName(document, code))),
      when: formatPeriod(goesLive),
    }));
}

function capabilitiesOf(document: RoadmapDocument, schedule: readonly DatedDeployment[]): CapabilityInShort[] {
  const [section] = sectionsOfKind(document, universalPlansReader);
  const { universalCapabilities, ambitionYears } = document.terms;
  return (section?.content?.plans ?? []).map(({ capabilityId, baseline, ambitions }) => {
    const stated = ambitions.filter(({ text }) => text.trim() !== '').at(-1);
    const year = ambitionYears.find(({ id }) => id === stated?.yearId)?.label ?? '';
    return {
      id: capabilityId,
      label: universalCapabilities.find(({ id }) => id === capabilityId)?.label ?? capabilityId,
      baseline: shortened(baseline, LONGEST_WORDS),
      ambition: stated === undefined ? '' : `${year}: ${shortened(stated.text, LONGEST_WORDS)}`,
      state: stateOf(schedule.filter(({ supports }) => supports.includes(capabilityId))),
    };
  });
}

function stateOf(supporting: readonly DatedDeployment[]): string {
  const going = supporting.filter(({ status }) => status !== 'stopped');
  const live = going.filter(({ status }) => status === 'live').length;
  if (going.length === 0) {
    return 'No deployment named';
  }
  return `${live} of ${countOf(going.length, 'deployment')} live`;
}
