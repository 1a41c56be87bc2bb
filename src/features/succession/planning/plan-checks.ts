import { type Finding, finding } from '../../../platform/check-result.ts';
import { formatDate, listInWords } from '../../../views/format.ts';
import { type Change, changesOf } from '../change.ts';
import type { ProposedEvent } from '../proposed-event.ts';
import type { Plan } from './plan.ts';
import type { PlanDraft } from './plan-draft.ts';
import type { Situation, SituationFootprint } from './situation.ts';
import { reconciles } from './totals.ts';

/** What every event must keep to, whatever its kind: who is named is there, days are in order, keys are free, totals agree. */
export function commonBlockers(event: ProposedEvent, situation: Situation, draft: PlanDraft): Finding[] {
  return [
    ...missingOnes(event, situation),
    ...tooFewOnes(event),
    ...dayBlockers(event, situation, draft.changes),
    ...keyBlockers(event, situation, draft.changes),
    ...goneOnes(situation, draft.changes),
    ...situation.footprints.flatMap(({ name, openForm }) =>
      openForm === null
        ? []
        : [
            finding(
              'form-in-hand',
              name,
              `${name} has a footprint form ${openForm}. Decide on it or withdraw it first`,
            ),
          ],
    ),
    ...situation.pending.map((title) =>
      finding(
        'pending-event',
        null,
        `Another proposal about the same waits for confirmation: ${title}. Confirm or withdraw it first`,
      ),
    ),
  ];
}

/** The totals of both sides, which no event may change. */
export function totalsBlockers({ before, after, changes }: Pick<Plan, 'before' | 'after' | 'changes'>): Finding[] {
  // Taking back a merger into an organisation that was there already ends none.
  const merge = changes.some(({ kind }) => kind === 'end-organisation' || kind === 'resume-organisation');
  return reconciles(before.together, after.together, merge)
    ? []
    : [
        finding(
          'totals-differ',
          null,
          'The totals before and after do not agree, so something would be lost or counted twice',
        ),
      ];
}

export function commonWarnings({ effectiveOn }: ProposedEvent, { today }: Situation): Finding[] {
  return effectiveOn > today
    ? [
        finding(
          'day-ahead',
          null,
          `The day lies ahead. The directory changes on ${formatDate(effectiveOn)}; roles and roadmaps as soon as the plan is confirmed`,
        ),
      ]
    : [];
}

/** Organisations whose memberships a plan ended: an undo brings them back, wherever they are by now. */
export function leftBy(changes: readonly Change[]): string[] {
  return [...new Set(changesOf(changes, 'end-membership').map(({ organisationId }) => organisationId))];
}

interface Named {
  readonly footprints: readonly string[];
  readonly organisations: readonly string[];
}

/** The footprints, by slug, and organisations, by code, that an event names as they are beforehand. */
export function namedIn(event: ProposedEvent): Named {
  switch (event.kind) {
    case 'merge':
      return { footprints: event.predecessors, organisations: [] };
    case 'split':
      return {
        footprints: [event.predecessor],
        organisations: event.successors.flatMap(({ organisations }) => organisations),
      };
    case 'boundary-change':
      return { footprints: [event.from, event.to], organisations: event.organisations };
    case 'rename':
    case 'closure':
      return { footprints: [event.footprint], organisations: [] };
    case 'organisation-merge':
      return { footprints: [], organisations: event.predecessors };
    case 'undo':
      return { footprints: [], organisations: [] };
  }
}

function missingOnes(event: ProposedEvent, { footprints, organisations }: Situation): Finding[] {
  const named = namedIn(event);
  const on = formatDate(event.effectiveOn);
  const slugs = new Set(footprints.map(({ slug }) => slug));
  const codes = new Set(organisations.filter(({ isThere }) => isThere).map(({ code }) => code));
  const noFootprint = named.footprints.filter((slug) => !slugs.has(slug));
  const noOrganisation = named.organisations.filter((code) => !codes.has(code));
  return [
    ...noFootprint.map((slug) => finding('footprint-unknown', slug, `There is no footprint “${slug}” on ${on}`)),
    ...noOrganisation.map((code) => finding('organisation-unknown', code, `There is no organisation ${code} on ${on}`)),
  ];
}

function tooFewOnes(event: ProposedEvent): Finding[] {
  const named = namedIn(event).footprints;
  const twice = named.filter((slug, place) => named.indexOf(slug) !== place);
  const few =
    event.kind === 'merge' && new Set(event.predecessors).size < 2
      ? 'A merge needs at least two footprints'
      : event.kind === 'split' && event.successors.length < 2
        ? 'A split needs at least two parts'
        : null;
  return [
    ...(few === null ? [] : [finding('too-few', null, few)]),
    ...(twice.length === 0 ? [] : [finding('named-twice', null, `Named twice: ${listInWords([...new Set(twice)])}`)]),
  ];
}

/** A fact that ends must have had a day, and nothing may be recorded behind the day that the event knows nothing of. */
function dayBlockers(
  event: ProposedEvent,
  { footprints, organisations }: Situation,
  changes: readonly Change[],
): Finding[] {
  const { effectiveOn } = event;
  const on = formatDate(effectiveOn);
  const endingOrganisations = new Set(changesOf(changes, 'end-organisation').map((one) => one.organisationId));
  const young = [
    ...footprints.filter((one) => touchesArea(one, changes)),
    ...organisations.filter(({ organisationId }) => endingOrganisations.has(organisationId)),
  ].filter(({ from }) => from !== null && from >= effectiveOn);
  const later = footprints.filter(({ laterDays }) => laterDays.length > 0);
  const ended = new Set(
    changesOf(changes, 'end-membership').map(
      ({ areaId, organisationId, role }) => `${areaId} ${organisationId} ${role}`,
    ),
  );
  const firstDay = footprints.filter((footprint) =>
    footprint.memberships.some(
      ({ areaId, organisationId, role, from }) =>
        from !== null && from >= effectiveOn && ended.has(`${areaId} ${organisationId} ${role}`),
    ),
  );
  return [
    ...young.map(({ name, from }) =>
      finding('day-too-early', name, `${name} begins on ${formatDate(from ?? '')}: choose a day after that`),
    ),
    ...firstDay
      .filter((footprint) => !young.some(({ name }) => name === footprint.name))
      .map(({ name }) => finding('day-too-early', name, `Memberships of ${name} begin on ${on}: choose a later day`)),
    ...later.map(({ name, laterDays }) =>
      finding(
        'recorded-later',
        name,
        `A change of ${name} is on record for ${formatDate(laterDays[0] ?? '')}, after ${on}`,
      ),
    ),
  ];
}

/** Nobody becomes a member who is no more: an event since has to be taken back before this one. */
function goneOnes({ organisations }: Situation, changes: readonly Change[]): Finding[] {
  const back = new Set(changesOf(changes, 'resume-organisation').map(({ organisationId }) => organisationId));
  const joining = new Set(changesOf(changes, 'begin-membership').map(({ organisationId }) => organisationId));
  return organisations
    .filter(({ organisationId, isThere }) => joining.has(organisationId) && !isThere && !back.has(organisationId))
    .map(({ code, name }) =>
      finding('organisation-ended', code, `${name} is no more on that day. Take back first what ended it`),
    );
}

function touchesArea({ areaId }: SituationFootprint, changes: readonly Change[]): boolean {
  return changes.some(
    (change) =>
      (change.kind === 'end-area' && change.areaId === areaId) ||
      (change.kind === 'rename-area' && change.before.areaId === areaId),
  );
}

function keyBlockers({ effectiveOn }: ProposedEvent, { taken }: Situation, changes: readonly Change[]): Finding[] {
  const freed = new Set([
    ...changesOf(changes, 'end-area').map(({ areaId }) => areaId),
    ...changesOf(changes, 'rename-area').map(({ before }) => before.areaId),
  ]);
  const inTheWay = taken.filter(({ areaId, to }) => !freed.has(areaId) && (to === null || to > effectiveOn));
  const begun = changesOf(changes, 'begin-area');
  const named = [
    ...begun,
    ...changesOf(changes, 'resume-area'),
    ...changesOf(changes, 'rename-area').map((one) => one.after),
  ];
  const isTwice = (slug: string) => begun.filter((area) => area.slug === slug).length > 1;
  return [
    ...begun.flatMap(({ areaId, code }) =>
      taken.some((other) => other.areaId === areaId) || begun.filter((area) => area.code === code).length > 1
        ? [finding('code-taken', code, `The code “${code}” was used before. Choose another`)]
        : [],
    ),
    ...named.flatMap(({ areaId, slug, name }) => {
      const holder = inTheWay.find((other) => other.slug === slug && other.areaId !== areaId);
      return holder === undefined && !isTwice(slug)
        ? []
        : [finding('slug-taken', slug, `“${slug}” is the address of ${holder?.name ?? name}. Choose another`)];
    }),
  ];
}
