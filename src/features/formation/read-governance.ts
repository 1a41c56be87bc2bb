import type { Connection } from '../../platform/database/database.ts';
import { listFormEndorsements } from './decisions/form-decision-repository.ts';
import { formBoard } from './decisions/form-endorsement.ts';
import type { FormPerson, OrganisationMention } from './formation.ts';
import { type AcceptedForm, listAcceptedForms } from './formation-repository.ts';
import { listDocuments } from './forms/form-content-repository.ts';
import type { FormDocument } from './forms/form-document.ts';

export interface PublicOffice {
  readonly name: string;
  readonly role: string;
  /** Name of the organisation; empty where none is given. */
  readonly organisation: string;
}

export interface PublicEndorsement {
  readonly organisation: OrganisationMention;
  readonly by: string;
  readonly role: string;
  readonly at: Date;
}

/** Who answers for a footprint and who agreed to it, as far as everybody may know. No address of a person is in here. */
export interface FootprintGovernance {
  /** Null where nobody is named. */
  readonly owner: PublicOffice | null;
  readonly clinicalLead: PublicOffice | null;
  readonly informaticsLead: PublicOffice | null;
  /** Empty where none is named, as the next. */
  readonly group: string;
  readonly reportsTo: string;
  readonly boards: readonly string[];
  /** Of the last form that asked its commissioners. */
  readonly endorsements: readonly PublicEndorsement[];
  readonly endorsedByRegionAt: Date;
  /** The first day on which this form holds. */
  readonly startsOn: string | null;
  readonly illustrative: boolean;
}

/**
 * The governance of a footprint by the newest accepted form, or by the newest that holds on a day when one is given; null where
 * none is recorded here.
 */
export async function formationOf(
  connection: Connection,
  footprintAreaId: string,
  asAt: string | null = null,
): Promise<FootprintGovernance | null> {
  const accepted = await readAccepted(connection, await listAcceptedForms(connection, footprintAreaId));
  const holding = accepted.filter(({ document }) => asAt === null || (document.form.area.startsOn ?? '') <= asAt);
  const [latest] = holding;
  if (latest === undefined) {
    return null;
  }
  const { area, people } = latest.document.form;
  return {
    owner: publicOffice(people.owner),
    clinicalLead: publicOffice(people.clinicalLead),
    informaticsLead: publicOffice(people.informaticsLead),
    group: people.group,
    reportsTo: people.reportsTo,
    boards: people.boards,
    endorsements: await lastEndorsements(connection, holding),
    endorsedByRegionAt: latest.acceptedAt,
    startsOn: area.startsOn,
    illustrative: latest.illustrative,
  };
}

interface AcceptedDocument extends AcceptedForm {
  readonly document: FormDocument;
}

/** The forms with their documents, in the same order. */
async function readAccepted(connection: Connection, forms: readonly AcceptedForm[]): Promise<AcceptedDocument[]> {
  const documents = await listDocuments(connection, forms);
  return forms.flatMap((form) => {
    const stored = documents.get(form.formId);
    return stored === undefined ? [] : [{ ...form, document: stored.document }];
  });
}

function publicOffice({ name, role, organisation }: FormPerson): PublicOffice | null {
  return name === '' ? null : { name, role, organisation: organisation?.name ?? '' };
}

async function lastEndorsements(
  connection: Connection,
  accepted: readonly AcceptedDocument[],
): Promise<PublicEndorsement[]> {
  const last = accepted.find(({ document }) => document.asked.length > 0);
  if (last === undefined) {
    return [];
  }
  const { rows } = formBoard(last.document.asked, await listFormEndorsements(connection, last.formId), last.digest);
  return rows.flatMap(({ party, endorsement }) =>
    endorsement === null
      ? []
      : [{ organisation: party, by: endorsement.person.name, role: endorsement.person.role, at: endorsement.at }],
  );
}
