import { type Finding, finding } from '../../../platform/check-result.ts';
import { laterOf } from '../../../platform/days.ts';
import { countOf, formatDate, listInWords } from '../../../views/format.ts';
import { type Change, strongestRoles } from '../change.ts';
import type { EventOf } from '../proposed-event.ts';
import type { Consequence } from './plan.ts';
import { organisationsOf, type PlanDraft } from './plan-draft.ts';
import { roadmapOutcome } from './roadmap-rule.ts';
import type { Situation, SituationOrganisation } from './situation.ts';

type OrganisationMerge = EventOf<'organisation-merge'>;
type Successor = Pick<SituationOrganisation, 'organisationId' | 'code' | 'name' | 'typeId'> & {
  readonly isNew: boolean;
};

/** Organisations become one, which is in the directory already or comes new; with one predecessor, it gets another code. */
export function planOrganisationMerge(event: OrganisationMerge, situation: Situation): PlanDraft {
  const ending = organisationsOf(situation, event.predecessors);
  const successor = successorOf(event, situation, ending);
  const verb = ending.length === 1 ? 'becomes' : 'become';
  const title = `${listInWords(ending.map(({ name }) => name))} ${verb} ${successor.name} on ${formatDate(event.effectiveOn)}`;
  const roadmaps = situation.footprints.map((footprint) => roadmapOutcome(footprint, title));
  const patients = patientsOf(ending);
  return {
    subject: 'organisation',
    kind: ending.length === 1 ? 'transfer' : 'merge',
    title,
    links: ending.map(({ code }) => ({ predecessorId: code, successorId: successor.code })),
    changes: [
      ...ending.map(({ organisationId, code, name, typeId, to }) => ({
        kind: 'end-organisation' as const,
        organisationId,
        code,
        name,
        typeId,
        to,
      })),
      ...beginningOf(successor),
      ...membershipChanges(ending, successor, situation),
      ...placesOf(ending, successor, situation),
      ...(patients === null || !successor.isNew
        ? []
        : [{ kind: 'carry-patients' as const, organisationId: successor.organisationId, ...patients }]),
      ...grantChanges(ending, successor),
      ...roadmaps.flatMap(({ changes }) => changes),
    ],
    consequences: [...consequencesOf(ending, successor, patients), ...roadmaps.flatMap((one) => one.consequences)],
    blockers: [...roadmaps.flatMap(({ blockers }) => blockers), ...blockersOf(event, ending, successor, situation)],
    warnings: typeWarnings(ending),
  };
}

/** The key of an organisation that this service adds is made from its code, as everywhere in the directory. */
function successorOf(
  { successor: { code, name } }: OrganisationMerge,
  situation: Situation,
  ending: readonly SituationOrganisation[],
): Successor {
  const [there] = organisationsOf(situation, [code]);
  if (there !== undefined) {
    return { ...there, isNew: false };
  }
  return { organisationId: code, code, name, typeId: ending[0]?.typeId ?? '', isNew: true };
}

function beginningOf({ isNew, organisationId, code, name, typeId }: Successor): Change[] {
  return isNew ? [{ kind: 'begin-organisation', organisationId, code, name, typeId, to: null }] : [];
}

/** The rule for memberships, seen from the organisation: where any predecessor was, the successor is, once. */
function membershipChanges(
  ending: readonly SituationOrganisation[],
  { organisationId }: Successor,
  situation: Situation,
): Change[] {
  const leaving = ending.flatMap(({ memberships }) => memberships);
  const [there] = situation.organisations.filter((one) => one.organisationId === organisationId);
  const held = there?.memberships ?? [];
  const wanted = strongestRoles([
    ...held,
    ...leaving.map(({ areaId, role }) => ({ areaId, organisationId, role, to: null })),
  ]);
  const same = (one: (typeof wanted)[number], other: (typeof wanted)[number]) =>
    one.areaId === other.areaId && one.role === other.role;
  const changed = new Set(leaving.map(({ areaId }) => areaId));
  const replaced = held.filter((one) => changed.has(one.areaId) && !wanted.some((other) => same(one, other)));
  const begun = wanted.filter((one) => changed.has(one.areaId) && !held.some((other) => same(one, other)));
  const end = [...leaving, ...replaced].map(({ areaId, role, organisationId: leaver, to }) => ({
    kind: 'end-membership' as const,
    areaId,
    organisationId: leaver,
    role,
    to,
  }));
  return [
    ...end,
    ...begun.map(({ areaId, role, to }) => ({ kind: 'begin-membership' as const, areaId, organisationId, role, to })),
  ];
}

function placesOf(
  ending: readonly SituationOrganisation[],
  { organisationId }: Successor,
  situation: Situation,
): Change[] {
  const there = situation.organisations.find((one) => one.organisationId === organisationId)?.places ?? [];
  const places = [...new Set(ending.flatMap((one) => one.places))].filter((areaId) => !there.includes(areaId));
  return places.map((areaId) => ({ kind: 'begin-place', organisationId, areaId }));
}

/** Patients add up; the day is that of the newest figure among them. */
function patientsOf(ending: readonly SituationOrganisation[]): { value: number; measuredOn: string } | null {
  const figures = ending.flatMap(({ patients, patientsOn }) =>
    patients === null || patientsOn === null ? [] : [{ value: patients, measuredOn: patientsOn }],
  );
  const [first, ...others] = figures;
  return first === undefined
    ? null
    : others.reduce(
        (sum, { value, measuredOn }) => ({
          value: sum.value + value,
          measuredOn: laterOf(measuredOn, sum.measuredOn),
        }),
        first,
      );
}

function grantChanges(ending: readonly SituationOrganisation[], { organisationId }: Successor): Change[] {
  const held = ending.flatMap(({ grants }) => grants);
  const begins = held.map(({ personId, role }) => ({
    kind: 'begin-grant' as const,
    personId,
    role,
    scopeKind: 'organisation' as const,
    scopeId: organisationId,
  }));
  const each = new Map(begins.map((grant) => [`${grant.personId} ${grant.role}`, grant]));
  return [...held.map(({ personName, ...grant }) => ({ kind: 'end-grant' as const, ...grant })), ...each.values()];
}

function consequencesOf(
  ending: readonly SituationOrganisation[],
  successor: Successor,
  patients: { readonly value: number } | null,
): Consequence[] {
  const count = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const assessments = count(ending.map((one) => one.assessments));
  const exemplars = count(ending.map((one) => one.exemplars));
  const people = [...new Set(ending.flatMap(({ grants }) => grants.map(({ personName }) => personName)))];
  const areas = new Set(ending.flatMap(({ memberships }) => memberships.map(({ areaId }) => areaId)));
  const all: (Consequence | null)[] = [
    {
      rule: 'memberships',
      text: `${successor.name} is in ${countOf(areas.size, 'footprint', 'footprints')} in the place of what it takes over.`,
    },
    patients === null
      ? null
      : {
          rule: 'figures',
          text: `${successor.name} has ${countOf(patients.value, 'registered patient')}, added up.`,
        },
    {
      rule: 'assessments',
      text: `${countOf(assessments, 'self-assessment stays', 'self-assessments stay')} with the predecessors; ${successor.name} starts its own.`,
    },
    exemplars === 0
      ? null
      : {
          rule: 'exemplars',
          text: `${countOf(exemplars, 'designation stays', 'designations stay')} with the predecessors; the national team decides what becomes of ${exemplars === 1 ? 'it' : 'them'}.`,
        },
    people.length === 0
      ? null
      : { rule: 'roles', text: `${listInWords(people)} keep their roles, now for ${successor.name}.` },
  ];
  return all.filter((one) => one !== null);
}

function blockersOf(
  event: OrganisationMerge,
  ending: readonly SituationOrganisation[],
  successor: Successor,
  situation: Situation,
): Finding[] {
  const { code, name, isNew } = successor;
  const isOwn = event.predecessors.includes(code);
  const isTaken = isNew && situation.organisationCodes.includes(code);
  const isMixed = new Set(ending.map(({ isCommissioner }) => isCommissioner)).size > 1;
  const hasFigures = !isNew && ending.some(({ patients }) => patients !== null);
  return [
    ...(isMixed
      ? [finding('types-mixed', null, 'A commissioner cannot become one organisation with others that are none')]
      : []),
    ...(isOwn
      ? [finding('successor-is-predecessor', code, `${name} cannot come after itself. Name it only once`)]
      : []),
    ...(isTaken
      ? [finding('code-taken', code, `The code ${code} begins to be used after that day. Choose a later day`)]
      : []),
    ...(isNew && name === '' ? [finding('name-missing', code, `Give the new organisation ${code} a name`)] : []),
    ...(hasFigures
      ? [
          finding(
            'figures-there',
            code,
            `${name} is in the directory with figures of its own. Bring in the files that state its patients and practices after the change instead`,
          ),
        ]
      : []),
  ];
}

function typeWarnings(ending: readonly SituationOrganisation[]): Finding[] {
  const types = new Set(ending.map(({ typeId }) => typeId));
  return types.size > 1
    ? [finding('types-differ', null, 'The organisations are of different types; the successor gets that of the first')]
    : [];
}
