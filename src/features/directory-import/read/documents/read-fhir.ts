import { type FaultCollector, faultOn, quoted } from '../import-faults.ts';
import type { ImportItem } from '../import-item.ts';
import type { ReadingNotes } from '../reading-notes.ts';
import { childAt, childrenOf, type DocumentNode, type DocumentRecord, nodesOfJson, valueAt } from './document-node.ts';
import type { XmlShape } from './read-xml.ts';
import { RecordCheck } from './stated-organisation.ts';
import { type TypedPeriod, wholePeriod } from './typed-period.ts';

const organisationCodes = 'https://fhir.nhs.uk/Id/ods-organization-code';
const roleExtension = /\/Extension-England-OrganisationRole$/;
const periodExtension = /\/Extension-England-TypedPeriod$/;

const resources = ['Organization', 'OrganizationAffiliation', 'OperationOutcome'];

/** What a Bundle says of itself: how many there are, and where the next page is. */
const aboutBundle = ['total', 'link'];

/** FHIR R4 in XML: a resource, or a Bundle of them. */
export const fhirXmlShape: XmlShape = {
  roots: new Set([...resources, 'Bundle']),
  records: new Set(resources),
  frames: new Set(aboutBundle),
};

/** Profiles and extensions of other versions of FHIR have the version in their address. */
const otherVersion = /\/(DSTU1|DSTU2|STU3|R4B|R5|R6)\//i;

/** The resources of a FHIR answer in JSON: itself, or those in a Bundle; one at a time, as nodes take more room than JSON. */
export function* fhirRecordsOfJson(
  answer: Readonly<Record<string, unknown>>,
  faults: FaultCollector,
): Generator<DocumentNode> {
  const isBundle = answer.resourceType === 'Bundle';
  const entries = isBundle ? [answer.entry].flat() : [{ resource: answer }];
  for (const entry of entries) {
    const [node = null] = nodesOfJson('entry', entry);
    yield* childrenOf(node, 'resource').flatMap((resource) => ofType(resource, faults));
  }
  if (isBundle) {
    yield* aboutBundle.flatMap((name) => nodesOfJson(name, answer[name]));
  }
}

function ofType(resource: DocumentNode, faults: FaultCollector): DocumentNode[] {
  const type = valueAt(resource, 'resourceType');
  if (type === null || !resources.includes(type)) {
    const found = type === null ? 'no resourceType' : `a resource of type ${quoted(type)}`;
    faults.fail(
      faultOn(1, `wrong layout: the file holds ${found}; ${resources.join(', ')} and Bundles of them are read`),
    );
  }
  return [{ ...resource, name: type ?? '' }];
}

const known: readonly RegExp[] = [roleExtension, periodExtension, /\/Extension-England-/];

/** Understands the answers of the FHIR interface of ODS, and organisations as UK Core has them. */
export class FhirReading {
  readonly #faults: FaultCollector;
  readonly #notes: ReadingNotes;
  readonly #rowOfCode = new Map<string, number>();
  #found = 0;
  #total: number | null = null;
  #hasNext = false;

  constructor(faults: FaultCollector, notes: ReadingNotes) {
    this.#faults = faults;
    this.#notes = notes;
  }

  /** To be called behind the last record. */
  end(): void {
    if (this.#hasNext || (this.#total !== null && this.#total > this.#found)) {
      const all = this.#total === null ? 'it does not say of how many' : `of ${this.#total.toLocaleString('en-GB')}`;
      const rest = 'bring in the other pages too: organisations on them are not in this file';
      this.#notes.add(`The answer is one page of several; ${rest}`, `${this.#found} found here, ${all}`);
    }
  }

  read(record: DocumentRecord): ImportItem[] {
    this.#readFrame(record.node);
    if (aboutBundle.includes(record.node.name)) {
      return [];
    }
    this.#refuseOtherVersion(record.node);
    const check = new RecordCheck(record, this.#faults, this.#notes);
    switch (record.node.name) {
      case 'Organization':
        return this.#readOrganization(record.node, check);
      case 'OrganizationAffiliation':
        return readAffiliation(record.node, check);
      default:
        return this.#refuseOutcome(record.node);
    }
  }

  #readFrame(node: DocumentNode): void {
    if (node.name === 'total') {
      this.#total = Number(node.attributes.value ?? Number.NaN);
    } else if (node.name === 'link') {
      this.#hasNext ||= valueAt(node, 'relation') === 'next';
    } else {
      this.#found += 1;
    }
  }

  #refuseOtherVersion(node: DocumentNode): void {
    const profiles = childrenOf(childAt(node, 'meta'), 'profile').map((profile) => profile.attributes.value ?? '');
    const extensions = childrenOf(node, 'extension').map((extension) => valueAt(extension, 'url') ?? '');
    const version = [...profiles, ...extensions].flatMap((address) => otherVersion.exec(address)?.[1] ?? [])[0];
    if (version !== undefined) {
      this.#faults.fail(
        faultOn(
          node.line,
          `the answer is FHIR ${version.toUpperCase()}, which says roles and days in another way; this layout is FHIR R4: ask the ` +
            'R4 interface, or take an answer of the ORD interface',
        ),
      );
    }
  }

  #readOrganization(node: DocumentNode, check: RecordCheck): ImportItem[] {
    const code = check.ownCode(identifierIn(node));
    const earlier = this.#rowOfCode.get(code);
    if (earlier !== undefined) {
      check.fault(`the code stands in record ${earlier} already; an organisation may stand in a file once`);
    }
    this.#rowOfCode.set(code, check.row);
    const roles = extensionsOf(node, roleExtension);
    check.noteOthers(
      childrenOf(node, 'extension').map((extension) => valueAt(extension, 'url') ?? 'without an address'),
      known,
    );
    const own = periodsOf(node, check, 'the organisation');
    const observation = check.observation({
      code,
      name: valueAt(node, 'name'),
      isActive: truthAt(node, 'active'),
      // The role that comes first is the primary one; answers state the organisation's own period there.
      period: wholePeriod(own.length > 0 ? own : periodsOf(roles[0] ?? null, check, 'the first role')),
      roles: roles.map((role, index) => ({
        id: valueAt(extensionOf(role, 'roleCode'), 'valueCodeableConcept', 'coding', 'code') ?? '',
        isPrimary: index === 0,
        isActive: truthAt(extensionOf(role, 'active'), 'valueBoolean') ?? true,
        lastDay: wholePeriod(periodsOf(role, check, 'a role')).to,
      })),
      ...placeOf(childAt(node, 'address')),
      phone: phoneOf(node),
      relations: [],
    });
    return observation === null ? [] : [{ kind: 'organisation', observation }];
  }

  #refuseOutcome(node: DocumentNode): never {
    const issue = childAt(node, 'issue');
    const text = valueAt(issue, 'diagnostics') ?? valueAt(issue, 'details', 'text') ?? valueAt(issue, 'code');
    return this.#faults.fail(
      faultOn(
        node.line,
        `the file holds no organisations but an error the service answered with: ${text ?? 'no reason given'}`,
      ),
    );
  }
}

/** `organization` is the one the relation is about, `participatingOrganization` the other: RE4, "is commissioned by". */
function readAffiliation(node: DocumentNode, check: RecordCheck): ImportItem[] {
  const organisationCode = check.ownCode(referredBy(childAt(node, 'organization')));
  const typed = periodsOf(node, check, 'the relationship');
  const plain = childrenOf(node, 'period').map((period) => periodIn(period, null, check, 'the relationship'));
  const relationship = valueAt(node, 'code', 'coding', 'code');
  const other = referredBy(childAt(node, 'participatingOrganization'));
  const relations = check.relations(relationship, other, typed.length > 0 ? typed : plain);
  return check.hasFault
    ? []
    : relations.map((relation) => ({ kind: 'relation', organisationCode, relation, row: check.row }) as const);
}

function extensionsOf(node: DocumentNode | null, url: RegExp): readonly DocumentNode[] {
  return childrenOf(node, 'extension').filter((extension) => url.test(valueAt(extension, 'url') ?? ''));
}

function extensionOf(node: DocumentNode, url: string): DocumentNode | null {
  return childrenOf(node, 'extension').find((extension) => valueAt(extension, 'url') === url) ?? null;
}

function periodsOf(node: DocumentNode | null, check: RecordCheck, what: string): TypedPeriod[] {
  return extensionsOf(node, periodExtension).map((extension) => {
    const type = valueAt(extensionOf(extension, 'dateType'), 'valueCoding', 'code');
    return periodIn(childAt(extensionOf(extension, 'period'), 'valuePeriod'), type, check, what);
  });
}

function periodIn(period: DocumentNode | null, type: string | null, check: RecordCheck, what: string): TypedPeriod {
  return { type, ...check.period(valueAt(period, 'start'), valueAt(period, 'end'), what) };
}

function identifierIn(node: DocumentNode): string | null {
  const own = childrenOf(node, 'identifier').find((identifier) => valueAt(identifier, 'system') === organisationCodes);
  return valueAt(own ?? null, 'value');
}

/** The code of a reference; answers without an identifier have it as the last part of the address. */
function referredBy(reference: DocumentNode | null): string | null {
  const identified = reference === null ? null : identifierIn(reference);
  return identified ?? valueAt(reference, 'reference')?.split('/').at(-1) ?? null;
}

function truthAt(node: DocumentNode | null, name: string): boolean | null {
  const value = valueAt(node, name);
  return value === null ? null : value === 'true';
}

function placeOf(address: DocumentNode | null) {
  return {
    addressLines: childrenOf(address, 'line').flatMap((line) => line.attributes.value ?? []),
    town: valueAt(address, 'city'),
    postcode: valueAt(address, 'postalCode'),
  };
}

function phoneOf(node: DocumentNode): string | null {
  const phone = childrenOf(node, 'telecom').find((telecom) => valueAt(telecom, 'system') === 'phone');
  return valueAt(phone ?? null, 'value');
}
