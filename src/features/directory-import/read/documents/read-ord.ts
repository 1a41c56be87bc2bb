import type { SuccessionObservation } from '../../../register/index.ts';
import { type FaultCollector, faultOn } from '../import-faults.ts';
import type { ImportItem } from '../import-item.ts';
import type { ReadingNotes } from '../reading-notes.ts';
import { childAt, childrenOf, type DocumentNode, type DocumentRecord, nodesOfJson, valueAt } from './document-node.ts';
import type { XmlShape } from './read-xml.ts';
import { RecordCheck } from './stated-organisation.ts';
import { countingPeriods, type TypedPeriod, wholePeriod } from './typed-period.ts';

/** So many records are what a page of a list holds: 20 unless asked otherwise, 1,000 at most. */
const pageSizes: ReadonlySet<number> = new Set([20, 50, 100, 200, 250, 500, 1000]);

/** The XML product of ODS, with one element for each organisation. */
export const ordXmlShape: XmlShape = { roots: new Set(['OrgRefData']), records: new Set(['Organisation']) };

/** The organisations of an answer of the ORD service: one with all its details, or a list with few. */
export function* ordRecordsOfJson(
  answer: Readonly<Record<string, unknown>>,
  faults: FaultCollector,
): Generator<DocumentNode> {
  if (!('Organisation' in answer || 'Organisations' in answer)) {
    faults.fail(faultOn(1, 'wrong layout: the answer holds neither "Organisation" nor "Organisations"'));
  }
  for (const organisation of [answer.Organisation, answer.Organisations].flat()) {
    yield* nodesOfJson('Organisation', organisation);
  }
}

/** Understands organisation records as the ORD service and the XML product have them. */
export class OrdReading {
  readonly #faults: FaultCollector;
  readonly #notes: ReadingNotes;
  readonly #rowOfCode = new Map<string, number>();
  readonly #successions = new Set<string>();
  #isList = false;

  constructor(faults: FaultCollector, notes: ReadingNotes) {
    this.#faults = faults;
    this.#notes = notes;
  }

  /** To be called behind the last record. */
  end(): void {
    const count = this.#rowOfCode.size;
    if (this.#isList && pageSizes.has(count)) {
      const rest = 'if it is, bring in the other pages too';
      this.#notes.add(
        `The answer does not say whether it is the whole or one page of several; ${rest}`,
        `${count} found here`,
      );
    }
  }

  read(record: DocumentRecord): ImportItem[] {
    const check = new RecordCheck(record, this.#faults, this.#notes);
    const { node } = record;
    this.#isList ||= valueAt(node, 'OrgLink') !== null || valueAt(node, 'PrimaryRoleId') !== null;
    // The list answer has the code where the full one has an object with the code as its extension.
    const code = check.ownCode(valueAt(node, 'OrgId', 'extension') ?? valueAt(node, 'OrgId'));
    this.#refuseSecond(code, check);
    const successions = childrenOf(childAt(node, 'Succs'), 'Succ').flatMap((succ) =>
      this.#succession(succ, code, check),
    );
    const observation = check.observation({
      code,
      name: valueAt(node, 'Name'),
      isActive: isActive(node),
      period: wholePeriod(periodsOf(node, check, 'the organisation')),
      roles: rolesOf(node, check),
      ...placeOf(node),
      phone: phoneOf(node),
      relations: childrenOf(childAt(node, 'Rels'), 'Rel').flatMap((rel) => {
        const id = valueAt(rel, 'id');
        return check.relations(id, targetOf(rel), periodsOf(rel, check, `relationship ${id}`));
      }),
    });
    return observation === null ? [] : [{ kind: 'organisation', observation }, ...successions];
  }

  #refuseSecond(code: string, check: RecordCheck): void {
    const earlier = this.#rowOfCode.get(code);
    if (earlier !== undefined) {
      check.fault(`the code stands in record ${earlier} already; an organisation may stand in a file once`);
    } else if (code !== '') {
      this.#rowOfCode.set(code, check.row);
    }
  }

  /** Both organisations of a succession state it; the second statement of the same says nothing new. */
  #succession(succ: DocumentNode, code: string, check: RecordCheck): ImportItem[] {
    const type = valueAt(succ, 'Type');
    if (type !== 'Successor' && type !== 'Predecessor') {
      check.fault('a succession is neither of type Successor nor Predecessor');
      return [];
    }
    const other = check.code(targetOf(succ), `the ${type.toLowerCase()}`);
    const effectiveOn = countingPeriods(periodsOf(succ, check, 'the succession'))[0]?.from ?? null;
    if (effectiveOn === null) {
      check.fault(`the succession with ${other} has no date`);
      return [];
    }
    if (other === code) {
      check.fault('the organisation is named as its own successor');
      return [];
    }
    const [predecessorCode, successorCode] = type === 'Successor' ? [code, other] : [other, code];
    const observation: SuccessionObservation = { predecessorCode, successorCode, effectiveOn, row: check.row };
    const key = `${predecessorCode} ${successorCode} ${effectiveOn}`;
    if (this.#successions.has(key)) {
      return [];
    }
    this.#successions.add(key);
    return [{ kind: 'succession', observation }];
  }
}

function isActive(node: DocumentNode): boolean | null {
  const status = valueAt(node, 'Status');
  return status === null ? null : status === 'Active';
}

function periodsOf(node: DocumentNode, check: RecordCheck, what: string): TypedPeriod[] {
  return childrenOf(node, 'Date').map((date) => ({
    type: valueAt(date, 'Type'),
    ...check.period(valueAt(date, 'Start'), valueAt(date, 'End'), what),
  }));
}

function rolesOf(node: DocumentNode, check: RecordCheck) {
  const listed = valueAt(node, 'PrimaryRoleId');
  if (listed !== null) {
    return [{ id: listed, isPrimary: true, isActive: true, lastDay: null }];
  }
  return childrenOf(childAt(node, 'Roles'), 'Role').map((role) => ({
    id: valueAt(role, 'id') ?? '',
    isPrimary: valueAt(role, 'primaryRole') === 'true',
    isActive: isActive(role) ?? true,
    lastDay: wholePeriod(periodsOf(role, check, 'a role')).to,
  }));
}

function targetOf(node: DocumentNode): string | null {
  return valueAt(node, 'Target', 'OrgId', 'extension');
}

function placeOf(node: DocumentNode) {
  const location = childAt(node, 'GeoLoc', 'Location');
  return {
    addressLines: ['AddrLn1', 'AddrLn2', 'AddrLn3'].flatMap((line) => valueAt(location, line) ?? []),
    town: valueAt(location, 'Town'),
    postcode: valueAt(location, 'PostCode') ?? valueAt(node, 'PostCode'),
  };
}

function phoneOf(node: DocumentNode): string | null {
  const contacts = childrenOf(childAt(node, 'Contacts'), 'Contact');
  return valueAt(contacts.find((contact) => valueAt(contact, 'type') === 'tel') ?? null, 'value');
}
