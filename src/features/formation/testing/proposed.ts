import type { AppContext } from '../../../context.ts';
import { findOrganisation } from '../../directory/index.ts';
import type { Acting } from '../../identity/index.ts';
import { endorseForm } from '../decisions/endorse-form.ts';
import { type Capacity, type FormPeople, nobody, noPeople } from '../formation.ts';
import type { FormPlace } from '../formation-place.ts';
import type { FormOnPage } from '../forms/move-form.ts';
import { putForm } from '../forms/put-form.ts';
import { findCase } from '../read-formation.ts';
import { changeOrganisations } from '../writing/change-organisations.ts';
import { saveFormPage } from '../writing/save-form-page.ts';

/* The organisations are real; everything they do here is made up. */

let minutes = 0;

/** Somebody who takes a step, a minute after the one before. */
export function someone(name = 'Lee Lead'): Acting {
  minutes += 1;
  const at = new Date(Date.UTC(2016, 3, 1, 9, minutes));
  return { personId: null, name, role: 'Accountable officer', onBehalfOf: 'A CCG', at };
}

export const people: FormPeople = {
  ...noPeople,
  owner: { ...nobody, name: 'Olu Owner', role: 'Accountable officer', email: 'olu@example.nhs.uk' },
  group: 'Digital group',
};

/** The newest form at an address, and what a step about it names. */
export async function formAt({ database, pack }: Pick<AppContext, 'database' | 'pack'>, slug: string) {
  const found = await findCase(database, slug, pack.positionOn);
  if (found?.formation == null || found.form === null || found.written === null) {
    throw new Error(`There is no form at ${slug}`);
  }
  const { formation, form, written } = found;
  const page: FormOnPage = { formationId: formation.formationId, number: form.number, digest: form.digest };
  return { ...(found as Omit<FormPlace, 'actor'>), form, written, page };
}

/** Says who takes part, by code (null takes off the form), and who answers for it. */
export async function fillForm(
  context: AppContext,
  slug: string,
  members: Readonly<Record<string, Capacity | null>>,
  area: { readonly startsOn?: string; readonly reason?: string } = {},
): Promise<void> {
  const { page, written } = await formAt(context, slug);
  const { content, saves } = written;
  let { organisations } = content;
  for (const [code, capacity] of Object.entries(members)) {
    const organisation = await findOrganisation(context.database, code, context.pack.positionOn);
    const outcome = organisation === null ? null : changeOrganisations(organisations, { organisation, capacity });
    if (outcome?.kind !== 'ok') {
      throw new Error(`${code} cannot be ${capacity}`);
    }
    organisations = outcome.organisations;
  }
  const save = (name: keyof typeof saves) => ({ ...page, revision: saves[name]?.revision ?? 0 });
  const whole = { ...content.area, ...area };
  await saveFormPage(context, { ...save('area'), page: 'area', content: whole }, someone());
  await saveFormPage(context, { ...save('organisations'), page: 'organisations', content: organisations }, someone());
  await saveFormPage(context, { ...save('people'), page: 'people', content: people }, someone());
}

/** Puts the form to its CCGs, and has those of these codes endorse it. Gives how it then stands. */
export async function putAndEndorse(context: AppContext, slug: string, codes: readonly string[]) {
  const put = await putForm(context, (await formAt(context, slug)).page, someone());
  if (put.kind !== 'ok') {
    throw new Error(`The form of ${slug} could not be put: ${JSON.stringify(put)}`);
  }
  for (const code of codes) {
    await endorse(context, slug, code);
  }
  return formAt(context, slug);
}

export async function endorse(context: AppContext, slug: string, organisationId: string, reason = '') {
  const { page } = await formAt(context, slug);
  const decision = reason === '' ? ('endorse' as const) : ('decline' as const);
  return endorseForm(context, { ...page, organisationId, decision, reason }, someone('Ade Officer'));
}
