import { type CheckResult, type Finding, finding } from '../../../platform/check-result.ts';
import { formatDate, listInWords } from '../../../views/format.ts';
import { isCommissionerType, planningWords, planningWordsOf } from '../../directory/index.ts';
import type { MembershipRole } from '../../programme/index.ts';
import type { MembershipClash } from '../decisions/membership-plan.ts';
import {
  type FormContent,
  type FormOrganisation,
  leadOf,
  type OrganisationMention,
  offices,
  roleOfCapacity,
} from '../formation.ts';
import { formDifference } from './form-difference.ts';

/** An organisation's place in a footprint other than the one the form is for, its parent and its parts. */
export interface PlaceElsewhere {
  readonly organisationId: string;
  readonly footprintName: string;
  readonly role: MembershipRole;
}

/** What the directory says about the organisations of a form on the day from which it is to hold. */
export interface FormCheckFacts {
  /** Type of each organisation that exists on the day, by id. */
  readonly types: ReadonlyMap<string, string>;
  readonly elsewhere: readonly PlaceElsewhere[];
  /** Where memberships recorded already are in the way. */
  readonly clashes: readonly MembershipClash[];
  /** Members of that day whom the form does not name. */
  readonly leaving: readonly OrganisationMention[];
  /** Ids of the regions and planning areas of that day; null where the directory says where the footprint lies. */
  readonly places: ReadonlySet<string> | null;
  /** Null for a footprint that is new. */
  readonly areaName: string | null;
  /** True when another footprint or proposal has the name. */
  readonly isNameTaken: boolean;
}

/** Everything that stands in the way of putting a form to its commissioners or endorsing it, and what should be looked at. */
export function checkForm(
  form: FormContent,
  base: FormContent | null,
  isFirst: boolean,
  facts: FormCheckFacts,
): CheckResult {
  return {
    blockers: [
      ...areaBlockers(form, facts),
      ...placeBlockers(form, facts),
      ...commissionerBlockers(form.organisations, facts),
      ...directoryBlockers(form, facts),
      ...peopleBlockers(form),
      ...changeBlockers(form, base, isFirst),
    ],
    warnings: [
      ...areaWarnings(form, facts),
      ...organisationWarnings(form.organisations, facts),
      ...leavingWarnings(base, facts),
      ...peopleWarnings(form),
    ],
  };
}

function areaBlockers({ area }: FormContent, { areaName, isNameTaken }: FormCheckFacts): Finding[] {
  return when(
    [
      [area.name === '', 'name-missing', 'Give the footprint a name'],
      [
        areaName === null && isNameTaken,
        'name-taken',
        `Another footprint is called “${area.name}”. Choose another name`,
      ],
      [area.startsOn === null, 'day-missing', 'Say from which day the form is to hold'],
      [area.regions.length === 0, 'region-missing', 'Say in which region the footprint lies, so that it can decide'],
    ],
    'area',
  );
}

/** Regions and planning areas come and go: what was chosen for one day may not be there on another. */
function placeBlockers({ area }: FormContent, { places }: FormCheckFacts): Finding[] {
  const day = area.startsOn === null ? 'this day' : formatDate(area.startsOn);
  return [...area.regions, ...area.stps]
    .filter(({ areaId }) => places !== null && !places.has(areaId))
    .map(({ name, code }) =>
      finding('place-not-there', 'area', `${name} (${code}) is not there on ${day}. Choose from the areas of that day`),
    );
}

function commissionerBlockers(organisations: readonly FormOrganisation[], { types }: FormCheckFacts): Finding[] {
  const isCommissioner = ({ organisationId }: FormOrganisation) => isCommissionerType(types.get(organisationId) ?? '');
  const mistaken = organisations
    .filter((one) => types.has(one.organisationId))
    .flatMap((one) => {
      if ((one.capacity === 'lead' || one.capacity === 'partner') && !isCommissioner(one)) {
        return finding(
          'not-a-ccg',
          'organisations',
          `${one.name} is not a commissioner, so it cannot be lead or partner commissioner`,
        );
      }
      return one.capacity === 'provider' || one.capacity === 'council'
        ? isCommissioner(one)
          ? finding('ccg-as-other', 'organisations', `${one.name} is a commissioner: name it as lead or partner`)
          : []
        : [];
    });
  const lead =
    leadOf(organisations) === null ? [finding('lead-missing', 'organisations', 'Name the lead commissioner')] : [];
  return [...lead, ...mistaken];
}

function directoryBlockers({ organisations, area }: FormContent, facts: FormCheckFacts): Finding[] {
  const day = area.startsOn === null ? 'that day' : formatDate(area.startsOn);
  const nameOf = (id: string) => organisations.find(({ organisationId }) => organisationId === id)?.name ?? id;
  const unknown = organisations
    .filter(({ organisationId }) => !facts.types.has(organisationId))
    .map(({ name, code }) =>
      finding(
        'not-in-directory',
        'organisations',
        `${name} (${code}) is not in the directory on ${day}. Take it out, or choose another day`,
      ),
    );
  const double = organisations
    .filter((one) => one.capacity === 'lead' || one.capacity === 'partner')
    .flatMap((one) =>
      facts.elsewhere
        .filter(({ organisationId, role }) => organisationId === one.organisationId && binds(role))
        .map(({ footprintName }) =>
          finding(
            'ccg-elsewhere',
            'organisations',
            `On ${day}, ${one.name} is a member of ${footprintName}. That membership must end first`,
          ),
        ),
    );
  const clashes = facts.clashes.map(({ organisationId, kind, on }) =>
    finding(
      'membership-clash',
      'area',
      kind === 'first-day'
        ? `The membership of ${nameOf(organisationId)} began on ${formatDate(on)}, so it cannot end on that day. Choose a later day`
        : `The directory already has a membership of ${nameOf(organisationId)} from ${formatDate(on)}. Choose that day or a later one`,
    ),
  );
  return [...unknown, ...double, ...clashes];
}

/** A commissioner plans in one footprint; in any other it may be associate or support. */
function binds(role: MembershipRole): boolean {
  return role === 'lead' || role === 'core';
}

function peopleBlockers({ people }: FormContent): Finding[] {
  return when([[people.owner.name === '', 'owner-missing', 'Name the senior responsible owner']], 'people');
}

function changeBlockers(form: FormContent, base: FormContent | null, isFirst: boolean): Finding[] {
  if (isFirst || base === null) {
    return [];
  }
  return when(
    [
      [formDifference(base, form).length === 0, 'nothing-changed', 'Nothing is different from the form that holds now'],
      [form.area.reason === '', 'change-reason-missing', 'Say why the footprint is to change'],
    ],
    'area',
  );
}

function areaWarnings({ area }: FormContent, { areaName }: FormCheckFacts): Finding[] {
  return when(
    [
      [area.stps.length === 0, 'stp-missing', `No ${planningAreaOf(area)} is named`],
      [
        areaName !== null && area.name !== areaName,
        'rename',
        `The name “${area.name}” needs a succession event: until the programme manager records it, the footprint stays “${areaName}”`,
      ],
    ],
    'area',
  );
}

function planningAreaOf({ startsOn }: FormContent['area']): string {
  return startsOn === null ? planningWordsOf([]).area : planningWords(startsOn).area;
}

function organisationWarnings(organisations: readonly FormOrganisation[], { elsewhere }: FormCheckFacts): Finding[] {
  const has = (capacity: FormOrganisation['capacity']) => organisations.some((one) => one.capacity === capacity);
  const shared = organisations.flatMap((one) => {
    const places = elsewhere.filter(({ organisationId }) => organisationId === one.organisationId);
    const isCcg = one.capacity === 'lead' || one.capacity === 'partner';
    return places.length === 0 || isCcg || !binds(roleOfCapacity[one.capacity])
      ? []
      : finding(
          'also-elsewhere',
          'organisations',
          `${one.name} is also in ${listInWords(places.map(({ footprintName }) => footprintName))}`,
        );
  });
  return [
    ...when(
      [
        [!has('provider'), 'no-provider', 'No provider takes part'],
        [!has('council'), 'no-council', 'No council takes part'],
      ],
      'organisations',
    ),
    ...shared,
  ];
}

/** Who has joined since the form was begun is in nobody's list of changes, and must not leave unnoticed. */
function leavingWarnings(base: FormContent | null, { leaving }: FormCheckFacts): Finding[] {
  const wasThere = (id: string) => base?.organisations.some(({ organisationId }) => organisationId === id) ?? false;
  return leaving
    .filter(({ organisationId }) => !wasThere(organisationId))
    .map(({ name, code }) =>
      finding(
        'membership-ends',
        'organisations',
        `${name} (${code}) is a member and is not on the form, so its membership would end. Add it if it should stay`,
      ),
    );
}

function peopleWarnings({ people, organisations }: FormContent): Finding[] {
  const isHere = (id: string) => organisations.some(({ organisationId }) => organisationId === id);
  const strangers = offices.flatMap(({ id, label }) => {
    const { organisation } = people[id];
    return organisation === null || isHere(organisation.organisationId)
      ? []
      : finding('stranger', 'people', `${label}: ${organisation.name} does not take part in the footprint`);
  });
  return [
    ...when(
      [
        [people.clinicalLead.name === '', 'clinical-lead-missing', 'No clinical lead is named'],
        [people.informaticsLead.name === '', 'informatics-lead-missing', 'No informatics lead is named'],
        [people.group === '', 'group-missing', 'No governance group is named'],
        [people.boards.length === 0, 'boards-missing', 'No health and wellbeing board is named'],
      ],
      'people',
    ),
    ...strangers,
  ];
}

type Possible = readonly [holds: boolean, code: string, message: string];

/** The findings that hold; the subject is the page of the form where they are mended. */
function when(possible: readonly Possible[], page: string): Finding[] {
  return possible.filter(([holds]) => holds).map(([, code, message]) => finding(code, page, message));
}
