import type { MembershipRole } from '../programme/index.ts';

/** What an organisation is in a footprint, as its form puts it; the directory keeps the fewer roles of memberships. */
export const capacities = ['lead', 'partner', 'provider', 'council', 'associate', 'support'] as const;

export type Capacity = (typeof capacities)[number];

export const capacityLabels: Readonly<Record<Capacity, string>> = {
  lead: 'Lead commissioner',
  partner: 'Partner commissioner',
  provider: 'Provider',
  council: 'Council',
  associate: 'Associate, from outside the area',
  support: 'Support organisation',
};

export const roleOfCapacity: Readonly<Record<Capacity, MembershipRole>> = {
  lead: 'lead',
  partner: 'core',
  provider: 'core',
  council: 'core',
  associate: 'associate',
  support: 'support',
};

/** An area as it was called when the form named it. */
export interface AreaMention {
  readonly areaId: string;
  readonly code: string;
  readonly name: string;
}

/** An organisation as it was called when the form named it. */
export interface OrganisationMention {
  readonly organisationId: string;
  readonly code: string;
  readonly name: string;
}

export interface FormOrganisation extends OrganisationMention {
  readonly capacity: Capacity;
}

/** What the footprint is called, where it lies, and from which day the form holds. */
export interface FormArea {
  readonly name: string;
  /** `YYYY-MM-DD`; null until somebody says. */
  readonly startsOn: string | null;
  readonly regions: readonly AreaMention[];
  readonly stps: readonly AreaMention[];
  /** The footprint it is a part of, for a sub-footprint. */
  readonly parent: AreaMention | null;
  /** Why an active footprint is to change; empty in a first form. */
  readonly reason: string;
}

export interface FormPerson {
  readonly name: string;
  readonly role: string;
  readonly organisation: OrganisationMention | null;
  /** For people who are signed in; never public. */
  readonly email: string;
}

/** The people who answer for the footprint, and the group they report to. */
export interface FormPeople {
  readonly owner: FormPerson;
  readonly clinicalLead: FormPerson;
  readonly informaticsLead: FormPerson;
  readonly group: string;
  readonly reportsTo: string;
  /** Whom to ask, and how. For people who are signed in. */
  readonly contact: string;
  /** Health and wellbeing boards, by name: they are boards of councils, with no code of their own. */
  readonly boards: readonly string[];
}

export interface FormContent {
  readonly area: FormArea;
  readonly organisations: readonly FormOrganisation[];
  readonly people: FormPeople;
}

/** The pages a form is written on, each saved by itself. */
export const formPages = ['area', 'organisations', 'people'] as const;

export type FormPage = (typeof formPages)[number];

export const formPageTitles: Readonly<Record<FormPage, string>> = {
  area: 'The footprint and where it lies',
  organisations: 'Organisations that take part',
  people: 'People and governance',
};

export const offices = [
  { id: 'owner', label: 'Senior responsible owner' },
  { id: 'clinicalLead', label: 'Clinical lead' },
  { id: 'informaticsLead', label: 'Informatics lead' },
] as const satisfies readonly { readonly id: keyof FormPeople; readonly label: string }[];

export const nobody: FormPerson = { name: '', role: '', organisation: null, email: '' };

export const noPeople: FormPeople = {
  owner: nobody,
  clinicalLead: nobody,
  informaticsLead: nobody,
  group: '',
  reportsTo: '',
  contact: '',
  boards: [],
};

/** The commissioners of a form, the lead first: those who endorse it. */
export function ccgsOf(organisations: readonly FormOrganisation[]): FormOrganisation[] {
  const of = (wanted: Capacity) => organisations.filter(({ capacity }) => capacity === wanted);
  return [...of('lead'), ...of('partner')];
}

export function leadOf(organisations: readonly FormOrganisation[]): FormOrganisation | null {
  return organisations.find(({ capacity }) => capacity === 'lead') ?? null;
}
