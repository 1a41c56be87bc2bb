import { z } from 'zod';
import { type StoredJson, storedJson } from '../../../platform/stored-json.ts';
import {
  type AreaMention,
  capacities,
  type FormArea,
  type FormContent,
  type FormOrganisation,
  type FormPage,
  type FormPeople,
  type FormPerson,
  type OrganisationMention,
} from '../formation.ts';
import type { FormDocument } from './form-document.ts';

const text = z.string();

const areaMention: z.ZodType<AreaMention> = z.strictObject({ areaId: text, code: text, name: text });

const mention = { organisationId: text, code: text, name: text };
const organisationMention: z.ZodType<OrganisationMention> = z.strictObject(mention);

const area: z.ZodType<FormArea> = z.strictObject({
  name: text,
  startsOn: z.iso.date().nullable(),
  regions: z.array(areaMention),
  stps: z.array(areaMention),
  parent: areaMention.nullable(),
  reason: text,
});

const organisations: z.ZodType<readonly FormOrganisation[]> = z.array(
  z.strictObject({ ...mention, capacity: z.enum(capacities) }),
);

const person: z.ZodType<FormPerson> = z.strictObject({
  name: text,
  role: text,
  organisation: organisationMention.nullable(),
  email: text,
});

const people: z.ZodType<FormPeople> = z.strictObject({
  owner: person,
  clinicalLead: person,
  informaticsLead: person,
  group: text,
  reportsTo: text,
  contact: text,
  boards: z.array(text),
});

const content: z.ZodType<FormContent> = z.strictObject({ area, organisations, people });

/** Its own format says its version: a document is signed as it is, with nothing around it. */
const document: z.ZodType<FormDocument> = z.strictObject({
  format: z.literal('footprint-form-1'),
  roundId: text.nullable(),
  number: z.int().min(1),
  illustrative: z.boolean(),
  putAt: z.iso.datetime(),
  base: content.nullable(),
  form: content,
  asked: z.array(organisationMention),
});

/** What held when a form was begun; null for a footprint that is new. */
export const storedBase = storedJson('footprint_form.base', content.nullable());

export const storedFormDocument = storedJson('footprint_form_document.document', document);

/** What is saved of each page of a form. */
export const storedPages: { readonly [P in FormPage]: StoredJson<FormContent[P]> } = {
  area: storedJson('footprint_form_history.content', area),
  organisations: storedJson('footprint_form_history.content', organisations),
  people: storedJson('footprint_form_history.content', people),
};
