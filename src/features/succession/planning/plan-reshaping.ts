import { type Finding, finding } from '../../../platform/check-result.ts';
import { countOf, formatDate, listInWords } from '../../../views/format.ts';
import { type Change, strongestRoles } from '../change.ts';
import type { SituationMembership } from '../facts.ts';
import type { EventOf, NewFootprint } from '../proposed-event.ts';
import type { Consequence, PlanLink } from './plan.ts';
import { footprintsOf, memberIdsOf, nameFinder, organisationsOf, type PlanDraft } from './plan-draft.ts';
import { roadmapOutcome } from './roadmap-rule.ts';
import type { Situation, SituationFootprint } from './situation.ts';

/** A footprint that comes into being, with who will be in it. */
interface Beginning extends NewFootprint {
  readonly areaId: string;
  readonly members: readonly Omit<SituationMembership, 'from'>[];
}

type Reshaping = EventOf<'merge' | 'split' | 'closure'>;

/** Footprints end, and others may come in their place: a merge, a split or a closure. */
export function planReshaping(event: Reshaping, situation: Situation): PlanDraft {
  const ending = footprintsOf(situation, slugsOf(event));
  const beginning = beginningsOf(event, ending, situation);
  const names = listInWords(ending.map(({ name }) => name));
  const reason = reasonOf(event, names);
  const roadmaps = ending.map((footprint) => roadmapOutcome(footprint, reason));
  const cites = roadmaps.flatMap((outcome) => outcome.cites);
  return {
    subject: 'area',
    kind: event.kind,
    title: reason,
    links: linksOf(ending, beginning),
    changes: [
      ...ending.flatMap(endOf),
      ...beginning.flatMap((area) => beginningOf(area, ending)),
      ...linkChanges(ending, beginning),
      ...grantChanges(ending, beginning),
      ...roadmaps.flatMap(({ changes }) => changes),
      ...(cites.length === 0 || !situation.isPlanningOpen
        ? []
        : beginning.map(({ areaId: footprintId }) => ({ kind: 'begin-draft' as const, footprintId, cites }))),
    ],
    consequences: [
      ...memberConsequences(ending, beginning, situation),
      ...roadmaps.flatMap(({ consequences }) => consequences),
      ...draftConsequences(cites.length, beginning, situation.isPlanningOpen),
      ...roleConsequences(ending, beginning),
    ],
    blockers: [...roadmaps.flatMap(({ blockers }) => blockers), ...splitBlockers(event, ending, situation)],
    warnings: beginning.flatMap((area) => leadWarnings(area)),
  };
}

function linksOf(ending: readonly SituationFootprint[], beginning: readonly Beginning[]): PlanLink[] {
  const successors = beginning.length === 0 ? [null] : beginning.map(({ areaId }) => areaId);
  return ending.flatMap(({ areaId: predecessorId }) =>
    successors.map((successorId) => ({ predecessorId, successorId })),
  );
}

function slugsOf(event: Reshaping): readonly string[] {
  switch (event.kind) {
    case 'merge':
      return event.predecessors;
    case 'split':
      return [event.predecessor];
    case 'closure':
      return [event.footprint];
  }
}

function reasonOf(event: Reshaping, names: string): string {
  const on = formatDate(event.effectiveOn);
  switch (event.kind) {
    case 'merge':
      return `${names} become ${event.successor.name} on ${on}`;
    case 'split':
      return `${names} is split into ${listInWords(event.successors.map(({ name }) => name))} on ${on}`;
    case 'closure':
      return `${names} closes on ${on}`;
  }
}

/** The key of an area is made from its code, as in the shipped facts. */
export function footprintId(code: string): string {
  return `footprint:${code}`;
}

function beginningsOf(event: Reshaping, ending: readonly SituationFootprint[], situation: Situation): Beginning[] {
  const held = ending.flatMap(({ memberships }) => memberships);
  switch (event.kind) {
    case 'closure':
      return [];
    case 'merge':
      return [withMembers(event.successor, held)];
    case 'split':
      return event.successors.map(({ organisations, ...part }) => {
        const ids = new Set(organisationsOf(situation, organisations).map(({ organisationId }) => organisationId));
        return withMembers(
          part,
          held.filter(({ organisationId }) => ids.has(organisationId)),
        );
      });
  }
}

function withMembers({ name, code, slug }: NewFootprint, held: readonly SituationMembership[]): Beginning {
  const areaId = footprintId(code);
  const members = strongestRoles(held.map(({ organisationId, role, to }) => ({ areaId, organisationId, role, to })));
  return { areaId, code, name, slug, members };
}

function endOf({ areaId, code, name, slug, memberships }: SituationFootprint): Change[] {
  return [
    { kind: 'end-area', areaId, code, name, slug },
    ...memberships.map(({ from: _, ...membership }) => ({ kind: 'end-membership' as const, ...membership })),
  ];
}

function beginningOf({ members, ...area }: Beginning, ending: readonly SituationFootprint[]): Change[] {
  return ending.length === 0
    ? []
    : [
        { kind: 'begin-area', ...area },
        ...members.map((membership) => ({ kind: 'begin-membership' as const, ...membership })),
      ];
}

/** The rule for links: every area in which, or in which as a part, anything before lay. */
function linkChanges(ending: readonly SituationFootprint[], beginning: readonly Beginning[]): Change[] {
  const endingIds = new Set(ending.map(({ areaId }) => areaId));
  const held = ending.flatMap(({ links }) => links);
  const ends = eachLink(held.map(({ from: _, parentKind: __, ...link }) => link));
  const begins = beginning.flatMap(({ areaId }) => {
    const renamed = (id: string) => (endingIds.has(id) ? areaId : id);
    const kept = held.filter(({ childAreaId, parentAreaId }) => renamed(childAreaId) !== renamed(parentAreaId));
    const parents = new Map(kept.map(({ parentAreaId, parentKind }) => [renamed(parentAreaId), parentKind]));
    const isSeveral = (kind: string) => [...parents.values()].filter((other) => other === kind).length > 1;
    return eachLink(
      kept.map((link) => ({
        childAreaId: renamed(link.childAreaId),
        parentAreaId: renamed(link.parentAreaId),
        to: link.to,
        relation: isSeveral(link.parentKind) && link.parentKind !== 'footprint' ? ('spans' as const) : link.relation,
      })),
    );
  });
  return [
    ...ends.map((link) => ({ kind: 'end-link' as const, ...link })),
    ...begins.map((link) => ({ kind: 'begin-link' as const, ...link })),
  ];
}

function eachLink<L extends { readonly childAreaId: string; readonly parentAreaId: string }>(links: readonly L[]): L[] {
  return [...new Map(links.map((link) => [`${link.childAreaId} ${link.parentAreaId}`, link])).values()];
}

function grantChanges(ending: readonly SituationFootprint[], beginning: readonly Beginning[]): Change[] {
  const held = ending.flatMap(({ grants }) => grants);
  const ends = held.map(({ personName, ...grant }) => ({ kind: 'end-grant' as const, ...grant }));
  const begins = beginning.flatMap(({ areaId }) =>
    held.map(({ personId, role, scopeKind }) => ({
      kind: 'begin-grant' as const,
      personId,
      role,
      scopeKind,
      scopeId: areaId,
    })),
  );
  const each = new Map(begins.map((grant) => [`${grant.personId} ${grant.role} ${grant.scopeId}`, grant]));
  return [...ends, ...each.values()];
}

function memberConsequences(
  ending: readonly SituationFootprint[],
  beginning: readonly Beginning[],
  situation: Situation,
): Consequence[] {
  const nameOf = nameFinder(situation);
  const ends = ending.map((footprint) => ({
    rule: 'memberships' as const,
    text: `${footprint.name} ends, with its ${countOf(memberIdsOf(footprint).length, 'member')}.`,
  }));
  const begins = beginning.map(({ name, members }) => ({
    rule: 'memberships' as const,
    text: `${name} begins with ${countOf(members.length, 'member')}.`,
  }));
  const twice = ending.length < 2 ? [] : shared(ending).map(nameOf);
  const collapsed =
    twice.length === 0
      ? []
      : [
          {
            rule: 'memberships' as const,
            text: `In more than one of them, and so counted once: ${listInWords(twice)}.`,
          },
        ];
  return [...ends, ...begins, ...collapsed];
}

function shared(ending: readonly SituationFootprint[]): string[] {
  const all = ending.flatMap(memberIdsOf);
  return [...new Set(all.filter((id, place) => all.indexOf(id) !== place))];
}

function draftConsequences(
  citedCount: number,
  beginning: readonly Beginning[],
  isPlanningOpen: boolean,
): Consequence[] {
  const versions = citedCount === 1 ? 'the version' : `the ${citedCount} versions`;
  const textFor = (name: string) =>
    isPlanningOpen
      ? `${name} begins with an empty draft beside which ${versions} before it can be read, part by part.`
      : `No planning round is open, so no roadmap of ${name} begins yet. Once one is started, ${versions} before it can be read beside it, part by part.`;
  return citedCount === 0 ? [] : beginning.map(({ name }) => ({ rule: 'roadmaps' as const, text: textFor(name) }));
}

function roleConsequences(ending: readonly SituationFootprint[], beginning: readonly Beginning[]): Consequence[] {
  const people = [...new Set(ending.flatMap(({ grants }) => grants.map(({ personName }) => personName)))];
  if (people.length === 0) {
    return [];
  }
  const then =
    beginning.length === 0
      ? 'lose the roles that they held in it'
      : `keep their roles, now in ${listInWords(beginning.map(({ name }) => name))}`;
  return [{ rule: 'roles', text: `${listInWords(people)} ${then}.` }];
}

function splitBlockers(event: Reshaping, ending: readonly SituationFootprint[], situation: Situation): Finding[] {
  if (event.kind !== 'split') {
    return [];
  }
  const members = new Set(ending.flatMap(memberIdsOf));
  const named = event.successors.flatMap(({ organisations }) => organisationsOf(situation, organisations));
  const assigned = new Set(named.map(({ organisationId }) => organisationId));
  const nameOf = nameFinder(situation);
  const missing = [...members].filter((id) => !assigned.has(id)).map(nameOf);
  const strangers = [...assigned].filter((id) => !members.has(id)).map(nameOf);
  return [
    ...(missing.length === 0
      ? []
      : [finding('member-unassigned', null, `Say in which part these will be: ${listInWords(missing)}`)]),
    ...(strangers.length === 0 || ending.length === 0
      ? []
      : [finding('not-a-member', null, `Not members of what is split: ${listInWords(strangers)}`)]),
  ];
}

function leadWarnings({ name, members }: Beginning): Finding[] {
  const leads = members.filter(({ role }) => role === 'lead').length;
  if (leads === 1) {
    return [];
  }
  const message =
    leads === 0
      ? `${name} has no lead organisation yet. Its footprint form settles who leads`
      : `${name} has ${leads} lead organisations. Its footprint form settles who leads`;
  return [finding('lead-unsettled', name, message)];
}
