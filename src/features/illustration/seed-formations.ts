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
import { type ActAs, actingAsInvented } from './acting-as-invented.ts';
import type { FormsIllustration } from './illustration.ts';

type Members = Readonly<Record<string, Capacity>>;

type Step = keyof FormsIllustration['dates'];

/** What every step of an invented form needs. */
interface Seeding {
  readonly context: AppContext;
  readonly by: ActAs<Step>;
}

/** Brings in the invented footprint forms, each taken to its stage by the same steps that people take. Those there already stay. */
export async function seedFormations(context: AppContext, forms: FormsIllustration): Promise<void> {
  const { proposals, changed, begun, dates } = forms;
  const seeding = { context, by: actingAsInvented(dates) };
  for (const proposal of proposals) {
    if ((await findCase(context.database, proposal.slug, context.pack.positionOn)) === null) {
      await seedProposal(seeding, proposal);
    }
  }
  const place = await findCase(context.database, changed.slug, context.pack.positionOn);
  if (place !== null && place.formation === null) {
    await seedChange(seeding, place, changed);
  }
  const other = await findCase(context.database, begun, context.pack.positionOn);
  if (other?.life != null && other.formation === null) {
    expectOk(await openForm(context, other.life, seeding.by('change', other.life.name)));
  }
}

async function seedProposal(seeding: Seeding, proposal: FormsIllustration['proposals'][number]): Promise<void> {
  const { name, slug, lead: leadCode, members, endorsedBy } = proposal;
  expectOk(await proposeFootprint(seeding.context, { name, leadCode }, seeding.by('begin', leading)));
  await write(seeding, slug, members, 'begin');
  await put(seeding, slug, endorsedBy, 'put', 'endorse');
}

const leading = 'Lead commissioner';

async function seedChange(
  seeding: Seeding,
  { life }: FormationCase,
  { slug, commissioner, joining, startsOn, reason }: FormsIllustration['changed'],
): Promise<void> {
  const { context, by } = seeding;
  if (life === null) {
    return;
  }
  expectOk(await openForm(context, life, by('begin', life.name)));
  await write(seeding, slug, {}, 'begin');
  await put(seeding, slug, [commissioner], 'put', 'endorse');
  expectOk(await acceptForm(context, (await formOf(context, slug)).page, by('decide', 'Region')));

  expectOk(await openForm(context, life, by('change', life.name)));
  const { content, save } = await formOf(context, slug);
  const area = { ...content.area, startsOn, reason };
  await saveFormPage(context, { ...save('area'), page: 'area', content: area }, by('change', life.name));
  await write(seeding, slug, joining, 'change');
  await put(seeding, slug, [commissioner], 'change', 'change');
}

/** Puts the organisations on the form, and invented people in its offices. */
async function write({ context, by }: Seeding, slug: string, members: Members, step: Step): Promise<void> {
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

/** Puts the form to its commissioners, of which those named endorse it. */
async function put(
  { context, by }: Seeding,
  slug: string,
  codes: readonly string[],
  putStep: Step,
  endorseStep: Step,
): Promise<void> {
  expectOk(await putForm(context, (await formOf(context, slug)).page, by(putStep, leading)));
  const { page, content } = await formOf(context, slug);
  for (const { name, organisationId } of content.organisations.filter((one) => codes.includes(one.code))) {
    const command = { ...page, organisationId, decision: 'endorse' as const, reason: '' };
    expectOk(await endorseForm(context, command, by(endorseStep, name)));
  }
}

async function formOf({ database, pack }: AppContext, slug: string) {
  const place = await findCase(database, slug, pack.positionOn);
  if (place?.formation == null || place.form === null || place.written === null) {
    throw new Error(`There is no illustrative footprint form of ${slug}`);
  }
  const { content, saves } = place.written;
  const { number, digest } = place.form;
  const page: FormOnPage = { formationId: place.formation.formationId, number, digest };
  const save = (name: keyof typeof saves) => ({ ...page, revision: saves[name]?.revision ?? 0 });
  return { page, content, save };
}

/** The invented forms must go through; one that does not is a fault of ours. */
function expectOk<Outcome extends { readonly kind: string }>(outcome: Outcome): Extract<Outcome, { kind: 'ok' }> {
  if (outcome.kind !== 'ok') {
    throw new Error(`An illustrative footprint form could not be taken further: ${JSON.stringify(outcome)}`);
  }
  return outcome as Extract<Outcome, { kind: 'ok' }>;
}
