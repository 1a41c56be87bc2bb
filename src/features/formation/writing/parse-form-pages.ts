import { type FormOutcome, type FormReader, readForm } from '../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import type { PlanningWords } from '../../directory/index.ts';
import {
  type AreaMention,
  type FormArea,
  type FormOrganisation,
  type FormPeople,
  type FormPerson,
  offices,
} from '../formation.ts';
import { datePartField, dateParts, readDate } from './parse-date.ts';

/** What the page about the footprint offers to choose from; null where the directory decides, once there is a footprint. */
export interface AreaChoices {
  readonly regions: readonly AreaMention[];
  readonly stps: readonly AreaMention[];
  /** What the planning areas of the day of the form are called. */
  readonly planning: Pick<PlanningWords, 'area' | 'areas' | 'hasWithArticle'>;
  /** Footprints of which this one may be a part. */
  readonly parents: readonly AreaMention[];
}

interface Revised {
  readonly revision: number;
}

/** Reads `name`, `starts-on`, `regions`, `stps`, `parent`, `reason` and `revision`. A page may be saved half done. */
export function parseAreaForm(
  form: PostedForm,
  choices: AreaChoices | null,
  { stored, today }: { readonly stored: FormArea; readonly today: string },
): FormOutcome<{ readonly area: FormArea } & Revised> {
  const reader = readForm(form);
  const name = reader.line('name', { label: 'The name', limit: 120, required: 'Enter the name of the footprint' });
  const startsOn = readDate(reader, 'starts-on', { label: 'The day from which the form holds', today });
  const places = choices === null ? stored : readPlaces(reader, choices);
  const reason = reader.text('reason', { label: 'The reason', limit: 2_000 });
  const { regions, stps, parent } = places;
  return reader.outcome({ area: { name, startsOn, regions, stps, parent, reason }, revision: reader.revision() });
}

function readPlaces(reader: FormReader, { regions, stps, planning, parents }: AreaChoices) {
  const idsOf = (areas: readonly AreaMention[]) => areas.map(({ areaId }) => areaId);
  const chosen = (areas: readonly AreaMention[], ids: readonly string[]) =>
    areas.filter(({ areaId }) => ids.includes(areaId));
  const parentId = reader.choice('parent', idsOf(parents), 'Select a footprint from the list');
  return {
    regions: chosen(regions, reader.choices('regions', idsOf(regions), 'Select regions from the list')),
    stps: chosen(stps, reader.choices('stps', idsOf(stps), `Select ${planning.areas} from the list`)),
    parent: parents.find(({ areaId }) => areaId === parentId) ?? null,
  };
}

/** What is stored, as it would have been typed. */
export function typedArea({ name, startsOn, regions, stps, parent, reason }: FormArea): TypedForm {
  const [year = '', month = '', day = ''] = (startsOn ?? '').split('-').map((part) => part.replace(/^0+/, ''));
  const parts = { day, month, year };
  return {
    name,
    ...Object.fromEntries(dateParts.map((part) => [datePartField('starts-on', part), parts[part]])),
    regions: regions.map(({ areaId }) => areaId),
    stps: stps.map(({ areaId }) => areaId),
    parent: parent?.areaId ?? '',
    reason,
  };
}

/** Field of one thing about a person, e.g. `owner-email`. */
export function personField(office: (typeof offices)[number]['id'], what: 'name' | 'role' | 'organisation' | 'email') {
  return `${office}-${what}`;
}

/** Reads the people in their offices, `group`, `reports-to`, `contact`, `boards` (one a line) and `revision`. */
export function parsePeopleForm(
  form: PostedForm,
  organisations: readonly FormOrganisation[],
): FormOutcome<{ readonly people: FormPeople } & Revised> {
  const reader = readForm(form);
  const person = (index: 0 | 1 | 2) => readPerson(reader, offices[index], organisations);
  const people: FormPeople = {
    owner: person(0),
    clinicalLead: person(1),
    informaticsLead: person(2),
    group: reader.line('group', { label: 'The governance group', limit: 200 }),
    reportsTo: reader.line('reports-to', { label: 'The body it reports to', limit: 200 }),
    contact: reader.text('contact', { label: 'The contact', limit: 500 }),
    boards: reader
      .text('boards', { label: 'The health and wellbeing boards', limit: 2_000 })
      .split('\n')
      .map((board) => board.trim())
      .filter((board) => board !== ''),
  };
  return reader.outcome({ people, revision: reader.revision() });
}

function readPerson(
  reader: FormReader,
  { id, label }: (typeof offices)[number],
  organisations: readonly FormOrganisation[],
): FormPerson {
  const line = (what: 'name' | 'role' | 'email', of: string) =>
    reader.line(personField(id, what), { label: `${label}: the ${of}`, limit: 120 });
  const name = line('name', 'name');
  const role = line('role', 'job title');
  const email = line('email', 'e-mail address');
  if (name === '' && `${role}${email}` !== '') {
    reader.fail(personField(id, 'name'), `${label}: enter the name`);
  }
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    reader.fail(personField(id, 'email'), `${label}: enter an e-mail address like name@example.nhs.uk`);
  }
  const offered = organisations.map(({ organisationId }) => organisationId);
  const field = personField(id, 'organisation');
  const chosen = reader.choice(field, offered, `${label}: select an organisation from the list`);
  const found = organisations.find(({ organisationId }) => organisationId === chosen);
  const organisation =
    found === undefined ? null : { organisationId: found.organisationId, code: found.code, name: found.name };
  return { name, role, organisation, email };
}

export function typedPeople(people: FormPeople): TypedForm {
  const fields = offices.flatMap(({ id }) => [
    [personField(id, 'name'), people[id].name],
    [personField(id, 'role'), people[id].role],
    [personField(id, 'organisation'), people[id].organisation?.organisationId ?? ''],
    [personField(id, 'email'), people[id].email],
  ]);
  return {
    ...Object.fromEntries(fields),
    group: people.group,
    'reports-to': people.reportsTo,
    contact: people.contact,
    boards: people.boards.join('\n'),
  };
}
