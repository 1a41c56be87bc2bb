import type { OrganisationObservation, RelationKind, RelationObservation } from '../../../register/index.ts';
import { addressOfParts } from '../address-of-lines.ts';
import { dayOfIso } from '../calendar-day.ts';
import { type FaultCollector, faultOn, quoted } from '../import-faults.ts';
import { isPostcode } from '../ods-cells.ts';
import type { ReadingNotes } from '../reading-notes.ts';
import { wellCased } from '../well-cased.ts';
import type { DocumentRecord } from './document-node.ts';
import { mainRole, type StatedRole } from './main-role.ts';
import { countingPeriods, type Period, type TypedPeriod } from './typed-period.ts';

/** What the XML and JSON answers say of an organisation, before it is checked. */
export interface StatedOrganisation {
  readonly code: string | null;
  readonly name: string | null;
  readonly isActive: boolean | null;
  readonly period: Period;
  readonly roles: readonly (Omit<StatedRole, 'lasts'> & {
    readonly isActive: boolean;
    readonly lastDay: string | null;
  })[];
  readonly addressLines: readonly string[];
  readonly town: string | null;
  readonly postcode: string | null;
  readonly phone: string | null;
  readonly relations: readonly RelationObservation[];
}

const code = /^[A-Z\d]{2,12}$/;

/** The relationships of ODS that are kept. */
const relationKinds: Readonly<Record<string, RelationKind>> = {
  RE2: 'subdivision-of',
  RE3: 'directed-by',
  RE4: 'commissioned-by',
  RE5: 'located-in',
  RE6: 'operated-by',
  RE8: 'partner-of',
};

/** Checks what one record states, and gathers faults and notes with its place. */
export class RecordCheck {
  readonly row: number;
  readonly #line: number | null;
  readonly #faults: FaultCollector;
  readonly #notes: ReadingNotes;
  #who: string;
  #faultCount = 0;

  constructor({ node, row }: DocumentRecord, faults: FaultCollector, notes: ReadingNotes) {
    this.row = row;
    this.#line = node.line;
    this.#faults = faults;
    this.#notes = notes;
    this.#who = `record ${row}`;
  }

  get hasFault(): boolean {
    return this.#faultCount > 0;
  }

  fault(reason: string): void {
    this.#faultCount += 1;
    this.#faults.add(faultOn(this.#line, `${this.#who}: ${reason}`));
  }

  /** The code of the organisation the record is about, by which its further faults are told. */
  ownCode(value: string | null): string {
    const checked = this.code(value, 'its ODS code');
    this.#who = checked === '' ? this.#who : `record ${this.row} (${checked})`;
    return checked;
  }

  code(value: string | null, what: string): string {
    if (value !== null && code.test(value)) {
      return value;
    }
    this.fault(value === null ? `${what} is missing` : `${what} ${quoted(value)} is not a code`);
    return '';
  }

  day(value: string | null, what: string): string | null {
    const day = value === null ? null : dayOfIso(value);
    if (value !== null && day === null) {
      this.fault(`${what} ${quoted(value)} is not a day written as 2013-04-01`);
    }
    return day;
  }

  period(from: string | null, to: string | null, what: string): Period {
    const period = { from: this.day(from, `${what}: the first day`), to: this.day(to, `${what}: the last day`) };
    if (period.from !== null && period.to !== null && period.to < period.from) {
      this.fault(`${what}: the last day ${period.to} is before the first, ${period.from}`);
    }
    return period;
  }

  /** Names extensions that none of the expressions knows: they may say what nobody here reads. */
  noteOthers(addresses: readonly string[], known: readonly RegExp[]): void {
    for (const address of addresses.filter((each) => !known.some((expression) => expression.test(each)))) {
      this.#notes.add(
        'An extension is not known here, and what it says was left out',
        `${this.#who}: ${quoted(address)}`,
      );
    }
  }

  /** One relation for each period in which it held; none, and a note, for relationships that are not kept. */
  relations(relationship: string | null, relatedCode: string | null, periods: readonly TypedPeriod[]) {
    const kind = relationKinds[relationship ?? ''];
    if (kind === undefined) {
      const what = relationship ?? 'without a code';
      this.#notes.add(`A relationship ${what} was left out, as its kind is not kept`, this.#who);
      return [];
    }
    const related = this.code(relatedCode, `the other organisation of relationship ${relationship}`);
    return countingPeriods(periods).map((period) => ({ kind, relatedCode: related, ...period }));
  }

  /** What the record says; null where it has a fault. */
  observation(stated: StatedOrganisation): OrganisationObservation | null {
    if (stated.name === null) {
      this.fault('the name is missing');
    }
    const { from, to } = stated.period;
    const ended = stated.isActive === false || to !== null;
    const named = stated.roles.filter(({ id }) => id !== '');
    const roles = named.map(({ id, isPrimary, isActive, lastDay }) => {
      const lastedToTheEnd = ended && (lastDay === null || (to !== null && lastDay >= to));
      return { id, isPrimary, lasts: isActive || lastedToTheEnd };
    });
    if (this.hasFault || stated.code === null || stated.name === null) {
      return null;
    }
    const isClosedWithoutDay = stated.isActive === false && to === null;
    if (isClosedWithoutDay) {
      this.#notes.add('An organisation is said to be closed without a date', this.#who);
    }
    if (stated.isActive === null && to === null) {
      this.#notes.add('Whether an organisation is open is not said; it was taken for open', this.#who);
    }
    if (roles.length === 0) {
      this.#notes.add('The kind of an organisation is not said, or is none that is known here', this.#who);
    }
    if (from === null) {
      this.#notes.add('Since when an organisation has been there is not said', this.#who);
    }
    return {
      ...(isClosedWithoutDay ? { isClosedWithoutDay } : {}),
      code: stated.code,
      name: wellCased(stated.name.replaceAll(/\s+/g, ' ')),
      roleId: mainRole(roles),
      status: stated.isActive === true ? 'active' : null,
      openedOn: from,
      closedOn: to,
      ...addressOfParts(stated.addressLines, stated.town),
      postcode: this.#postcode(stated.postcode),
      phone: stated.phone,
      regionCode: null,
      geographyCode: null,
      relations: stated.relations,
      row: this.row,
    };
  }

  #postcode(value: string | null): string | null {
    if (value === null || isPostcode(value.toUpperCase())) {
      return value?.toUpperCase() ?? null;
    }
    this.#notes.add('A postcode was left out, as it has not the form of one', `${this.#who}: ${quoted(value)}`);
    return null;
  }
}
