import type { AppContext } from '../../context.ts';
import { findOrganisation } from '../directory/index.ts';
import {
  acceptForm,
  type Capacity,
  changeOrganisations,
  endorseForm,
  type FormationCase,
  type FormOnPage,
  type FormOrganisation,
  type FormPeople,
  findCase,
  openForm,
  proposeFootprint,
  putForm,
  saveFormPage,
} from '../formation/index.ts';
import type { Acting } from '../identity/index.ts';

type Members = Readonly<Record<string, Capacity>>;

interface InventedProposal {
  readonly name: string;
  readonly slug: string;
  readonly leadCode: string;
  /** Organisations beside the lead, by code. */
  readonly members: Members;
  /** CCGs that have endorsed it. */
  readonly endorsedBy: readonly string[];
}

/** The organisations are real; that they meant to form a footprint is made up. */
const proposals: readonly InventedProposal[] = [
  {
    name: 'Coventry and Warwickshire',
    slug: 'coventry-and-warwickshire',
    leadCode: '05A',
    members: { '05H': 'partner', '05R': 'partner', RKB: 'provider', RJC: 'provider', RLT: 'provider' },
    endorsedBy: ['05A'],
  },
  {
    name: 'Walsall and Dudley',
    slug: 'walsall-and-dudley',
    leadCode: '05Y',
    members: { '05C': 'partner', RBK: 'provider', RNA: 'provider' },
    endorsedBy: ['05Y', '05C'],
  },
];

/** A footprint of the directory with its form on record and a request to change it in hand; its only CCG leads it. */
const changed = { slug: 'sheffield', ccg: '03N', joining: { RHQ: 'provider', RCU: 'provider' } as Members };

/** A footprint of the directory whose plan is published, and whose form is only being written. */
const begun = 'doncaster';

const dates = {
  begin: '2016-04-11',
  put: '2016-04-25',
  endorse: '2016-05-03',
  decide: '2016-05-10',
  change: '2016-06-06',
};

/** Brings in the invented footprint forms, each taken to its stage by the same steps that people take. Those there already stay. */
export async function seedFormations(context: AppContext): Promise<void> {
  for (const proposal of proposals) {
    if ((await findCase(context.database, proposal.slug)) === null) {
      await seedProposal(context, proposal);
    }
  }
  const place = await findCase(context.database, changed.slug);
  if (place !== null && place.formation === null) {
    await seedChange(context, place);
  }
  const other = await findCase(context.database, begun);
  if (other?.life != null && other.formation === null) {
    expectOk(await openForm(context, other.life, by('change', other.life.name)));
  }
}

async function seedProposal(context: AppContext, proposal: InventedProposal): Promise<void> {
  const { name, slug, leadCode, members, endorsedBy } = proposal;
  expectOk(await proposeFootprint(context, { name, leadCode }, by('begin', 'Lead CCG')));
  await write(context, slug, members, 'begin');
  await put(context, slug, endorsedBy, 'put', 'endorse');
}

async function seedChange(context: AppContext, { life }: FormationCase): Promise<void> {
  const { slug, ccg, joining } = changed;
  if (life === null) {
    return;
  }
  expectOk(await openForm(context, life, by('begin', life.name)));
  await write(context, slug, {}, 'begin');
  await put(context, slug, [ccg], 'put', 'endorse');
  expectOk(await acceptForm(context, (await formOf(context, slug)).page, by('decide', 'Region')));

  expectOk(await openForm(context, life, by('change', life.name)));
  const { content, save } = await formOf(context, slug);
  const reason = 'Invented reason: both trusts share records with the practices and are to plan with them.';
  const area = { ...content.area, startsOn: '2016-10-01', reason };
  await saveFormPage(context, { ...save('area'), page: 'area', content: area }, by('change', life.name));
  await write(context, slug, joining, 'change');
  await put(context, slug, [ccg], 'change', 'change');
}

/** Puts the organisations on the form, and invented people in its offices. */
async function write(context: AppContext, slug: string, members: Members, step: keyof typeof dates): Promise<void> {
  const { content, save } = await formOf(context, slug);
  const organisations = await withMembers(context, content.organisations, members);
  const actor = by(step, content.area.name);
  await saveFormPage(context, { ...save('organisations'), page: 'organisations', content: organisations }, actor);
  await saveFormPage(context, { ...save('people'), page: 'people', content: inventedPeople(organisations) }, actor);
}

async function withMembers(
  { database, pack }: AppContext,
  organisations: readonly FormOrganisation[],
  members: Members,
): Promise<readonly FormOrganisation[]> {
  let all = organisations;
  for (const [code, capacity] of Object.entries(members)) {
    const organisation = await findOrganisation(database, code, pack.positionOn);
    if (organisation !== null) {
      all = expectOk(changeOrganisations(all, { organisation, capacity })).organisations;
    }
  }
  return all;
}

function inventedPeople(organisations: readonly FormOrganisation[]): FormPeople {
  const of = (capacity: Capacity) => organisations.find((one) => one.capacity === capacity) ?? null;
  const person = (first: string, role: string, from: FormOrganisation | null) => {
    const organisation =
      from === null ? null : { organisationId: from.organisationId, code: from.code, name: from.name };
    return { name: `${first} Illustrative`, role, organisation, email: `${first.toLowerCase()}@example.invalid` };
  };
  return {
    owner: person('Maya', 'Accountable officer', of('lead')),
    clinicalLead: person('Noor', 'Chief clinical information officer', of('provider') ?? of('lead')),
    informaticsLead: person('Owen', 'Head of informatics', of('lead')),
    group: 'Invented digital steering group',
    reportsTo: 'Invented transformation board',
    contact: 'Invented programme office, programme@example.invalid',
    boards: ['Invented health and wellbeing board'],
  };
}

/** Puts the form to its CCGs, of which those named endorse it. */
async function put(
  context: AppContext,
  slug: string,
  codes: readonly string[],
  putStep: keyof typeof dates,
  endorseStep: keyof typeof dates,
): Promise<void> {
  expectOk(await putForm(context, (await formOf(context, slug)).page, by(putStep, 'Lead CCG')));
  const { page, content } = await formOf(context, slug);
  for (const { name, organisationId } of content.organisations.filter((one) => codes.includes(one.code))) {
    const command = { ...page, organisationId, decision: 'endorse' as const, reason: '' };
    expectOk(await endorseForm(context, command, by(endorseStep, name)));
  }
}

async function formOf({ database }: AppContext, slug: string) {
  const place = await findCase(database, slug);
  if (place?.formation == null || place.form === null || place.written === null) {
    throw new Error(`There is no illustrative footprint form of ${slug}`);
  }
  const { content, saves } = place.written;
  const { number, digest } = place.form;
  const page: FormOnPage = { formationId: place.formation.formationId, number, digest };
  const save = (name: keyof typeof saves) => ({ ...page, revision: saves[name]?.revision ?? 0 });
  return { page, content, save };
}

function by(step: keyof typeof dates, onBehalfOf: string): Acting {
  const at = new Date(`${dates[step]}T10:00:00Z`);
  return { personId: null, name: 'An invented person', role: 'Invented office', onBehalfOf, at };
}

/** The invented forms must go through; one that does not is a fault of ours. */
function expectOk<Outcome extends { readonly kind: string }>(outcome: Outcome): Extract<Outcome, { kind: 'ok' }> {
  if (outcome.kind !== 'ok') {
    throw new Error(`An illustrative footprint form could not be taken further: ${JSON.stringify(outcome)}`);
  }
  return outcome as Extract<Outcome, { kind: 'ok' }>;
}
