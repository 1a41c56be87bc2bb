import { type Finding, finding } from '../../../platform/check-result.ts';
import { lastDayOf } from '../../../platform/forms/typed-period.ts';
import { formatPeriod } from '../../../views/format.ts';
import type { ContentCheckInput } from '../content/content-kind.ts';
import type { RoadmapContent } from '../content/content-kinds.ts';
import { inOrder } from '../content/deployments/deployment.ts';
import { targetOf } from '../content/trajectory/trajectory.ts';

interface CoherenceInput extends ContentCheckInput {
  readonly content: RoadmapContent;
}

/**
 * Whether the parts of a plan go together. Each of these is a question that is put, and stops nothing: a target that climbs with no deployment
 * behind it, or earlier than the first of them; the highest score in every year; and an organisation that has to sign and appears in no deployment
 * and in no information flow.
 */
export function checkCoherence(input: CoherenceInput): Finding[] {
  return [
    ...input.pack.capabilityGroups.flatMap((group) => climb(group, input)),
    ...input.pack.capabilityGroups.flatMap((group) => fullThroughout(group, input)),
    ...namedNowhere(input),
  ];
}

type Group = ContentCheckInput['pack']['capabilityGroups'][number];

/** The targets of a group that are stated, in order of their years, each with that of the year before or the baseline. */
function targetsOf({ id }: Group, { pack, content, baselines }: CoherenceInput) {
  const row = content.trajectory.find(({ groupId }) => groupId === id);
  const baseline = baselines.find(({ groupId }) => groupId === id);
  const stated = pack.roadmapTemplate.targetYears.flatMap((year) => {
    const target = targetOf(row, year.id) ?? null;
    return target === null ? [] : [{ ...year, target }];
  });
  const befores = [baseline?.mean ?? null, ...stated.map(({ target }) => target)];
  return {
    most: baseline?.scale?.most ?? 100,
    targets: stated.map((year, index) => ({ ...year, before: befores[index] ?? null })),
  };
}

function climb(group: Group, input: CoherenceInput): Finding[] {
  const first = targetsOf(group, input).targets.find(({ target, before }) => before !== null && target > before);
  if (first === undefined) {
    return [];
  }
  const behind = input.content.deployments.filter(
    ({ groupId, status }) => groupId === group.id && status !== 'stopped',
  );
  const [earliest] = inOrder(behind);
  if (earliest === undefined) {
    const message = `The target for ${group.label} climbs, but no deployment in the schedule belongs to that group`;
    return [finding('climb-without-deployment', group.id, message)];
  }
  if (earliest.goesLive === null || lastDayOf(earliest.goesLive) <= first.endsOn) {
    return [];
  }
  const message = `The target for ${group.label} climbs by ${first.label}, but the first deployment of that group, “${earliest.title}”, is to be live by ${formatPeriod(earliest.goesLive)}`;
  return [finding('climb-before-deployment', group.id, message)];
}

function fullThroughout(group: Group, input: CoherenceInput): Finding[] {
  const { targets, most } = targetsOf(group, input);
  const isFull = targets.length > 1 && targets.every(({ target }) => target === most);
  if (!isFull || targets[0]?.before === most) {
    return [];
  }
  const message = `Check the targets for ${group.label}: they are ${most} in every year`;
  return [finding('target-always-full', group.id, message)];
}

function namedNowhere({ content, members }: CoherenceInput): Finding[] {
  const { deployments, flows } = content;
  if (deployments.some(({ organisationIds }) => organisationIds.length === 0)) {
    // What is for the whole footprint is for each of them.
    return [];
  }
  const parties = flows.flatMap(({ from, flows: sent }) =>
    sent.length === 0 ? [] : [from, ...sent.map(({ to }) => to)],
  );
  const named = new Set([
    ...deployments.flatMap(({ organisationIds }) => organisationIds),
    ...parties.flatMap((party) => ('organisation' in party ? party.organisation : [])),
  ]);
  return members
    .filter(({ role, organisationId }) => (role === 'lead' || role === 'core') && !named.has(organisationId))
    .map(({ organisationId, name }) => {
      const message = `${name} is asked to endorse this, and appears in no deployment and in no information flow`;
      return finding('member-named-nowhere', organisationId, message);
    });
}
