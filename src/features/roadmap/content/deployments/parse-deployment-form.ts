import { type FormOutcome, type FormReader, readForm } from '../../../../platform/forms/form-reader.ts';
import type { PostedForm } from '../../../../platform/forms/posted-form.ts';
import { financialYearOf, firstDayOf, lastDayOf, readTypedPeriod } from '../../../../platform/forms/typed-period.ts';
import type { RoadmapMember, RoadmapPack } from '../../roadmap.ts';
import type { Deployment } from './deployment.ts';
import { deploymentStatuses } from './deployment-status.ts';
import { benefitField, moneyField } from './deployment-words.ts';
import { fundingStates, type MoneyLine, moneyNatures } from './money.ts';
import { parseCost } from './parse-cost.ts';

export interface DeploymentForm extends Omit<Deployment, 'id'> {
  readonly revision: number;
}

/** What the choices of the form are. */
export interface DeploymentFrame {
  readonly pack: RoadmapPack;
  readonly members: readonly Pick<RoadmapMember, 'organisationId'>[];
  /** Of the same schedule, which it can depend on. */
  readonly others: readonly Pick<Deployment, 'id'>[];
}

/** How many lines of money, and of benefits, one deployment can have. */
export const mostLines = { money: 20, benefits: 10 };

/** The longest text of several lines, in characters. */
const textLimit = 2_000;

/**
 * Reads one row of the deployment schedule: `title`, `group`, `organisations` (ids of members; none means the whole footprint), `status`,
 * `starts`, `goes-live`, `owner`, `supplier`, `system`, `supports`, `roles`, `stp-priorities`, `depends-on` (ids of deployments),
 * `depends-elsewhere`, `revision`; and by line, counted from 0, `money-{year|nature|pounds|source|state}-…` and
 * `benefit-{what|measure|baseline}-…`. A line of which nothing is filled in is left out.
 */
export function parseDeploymentForm(
  form: PostedForm,
  { pack, members, others }: DeploymentFrame,
): FormOutcome<DeploymentForm> {
  const reader = readForm(form);
  const line = (field: string, label: string) => reader.line(field, { label, limit: 200 });
  const required = 'Enter what is being deployed, like “Electronic prescribing on all wards”';
  const memberIds = [...new Set(members.map(({ organisationId }) => organisationId))];
  const value = {
    title: reader.line('title', { label: 'The title', limit: 200, required }),
    groupId: reader.requiredChoice('group', ids(pack.capabilityGroups), 'Select a capability group'),
    organisationIds: reader.choices('organisations', memberIds, 'Select organisations from the list of members'),
    status: reader.requiredChoice('status', deploymentStatuses, 'Select how far the deployment has come'),
    starts: readPeriod(reader, 'starts', 'The start'),
    goesLive: readPeriod(
      reader,
      'goes-live',
      'The time by which it will be live',
      'Enter when it will be live, like March 2018, Q4 2017/18 or 2017/18',
    ),
    owner: line('owner', 'The owner'),
    supplier: line('supplier', 'The supplier'),
    system: line('system', 'The system'),
    money: linesIn(form, (index) => moneyField('pounds', index), mostLines.money).flatMap(
      (index) => readMoney(reader, index) ?? [],
    ),
    supports: reader.choices(
      'supports',
      ids(pack.universalCapabilities),
      'Select universal capabilities from the list',
    ),
    roles: reader.choices('roles', ids(pack.digitalRoles), 'Select national roles from the list'),
    stpPriorities: reader.text('stp-priorities', { label: 'The priorities', limit: textLimit }),
    dependsOn: reader.choices('depends-on', ids(others), 'Select deployments from the schedule'),
    dependsElsewhere: reader.text('depends-elsewhere', { label: 'What it depends on elsewhere', limit: textLimit }),
    benefits: linesIn(form, (index) => benefitField('what', index), mostLines.benefits).flatMap(
      (index) => readBenefit(reader, index) ?? [],
    ),
    revision: reader.revision(),
  };
  if (value.starts !== null && value.goesLive !== null && firstDayOf(value.starts) > lastDayOf(value.goesLive)) {
    reader.fail('starts', 'The start must not be later than the time by which it will be live');
  }
  return reader.outcome(value);
}

function ids(items: readonly { readonly id: string }[]): string[] {
  return items.map(({ id }) => id);
}

/** Of the lines that the form has, the places. */
function linesIn(form: PostedForm, fieldOf: (line: number) => string, most: number): number[] {
  return Array.from({ length: most }, (_, index) => index).filter((index) => Object.hasOwn(form, fieldOf(index)));
}

function readPeriod(reader: FormReader, field: string, label: string, required?: string): string | null {
  const typed = reader.line(field, { label, limit: 60, ...(required === undefined ? {} : { required }) });
  if (typed === '') {
    return null;
  }
  const read = readTypedPeriod(typed);
  if ('wrong' in read) {
    reader.fail(field, `${label} ${read.wrong}`);
    return null;
  }
  return read.period;
}

/** Null where nothing is filled in. */
function readMoney(reader: FormReader, index: number): MoneyLine | null {
  const place = `line ${index + 1} of the money`;
  const choose = <T extends string>(field: 'nature' | 'state', offered: readonly T[]) =>
    reader.choice(moneyField(field, index), offered, `Choose from the list in ${place}`);
  const year = readYear(reader, moneyField('year', index), place);
  const nature = choose('nature', moneyNatures);
  const pounds = readPounds(reader, moneyField('pounds', index), place);
  const source = reader.line(moneyField('source', index), { label: `The source in ${place}`, limit: 200 });
  const state = choose('state', fundingStates);
  const isEmpty = year === null && nature === null && pounds === null && source === '' && state === null;
  return isEmpty ? null : { year, nature, pounds, source, state };
}

function readYear(reader: FormReader, field: string, place: string): string | null {
  const typed = reader.line(field, { label: `The year in ${place}`, limit: 20 });
  if (typed === '') {
    return null;
  }
  const read = readTypedPeriod(typed);
  if ('period' in read && read.period === financialYearOf(read.period)) {
    return read.period;
  }
  reader.fail(field, `Choose a financial year in ${place}`);
  return null;
}

function readPounds(reader: FormReader, field: string, place: string): number | null {
  const parsed = parseCost(reader.line(field, { label: `The amount in ${place}`, limit: 100 }));
  if (parsed.kind === 'ok') {
    return parsed.pounds;
  }
  reader.fail(field, `${parsed.message} (${place})`);
  return null;
}

/** Null where nothing is filled in. */
function readBenefit(reader: FormReader, index: number): Deployment['benefits'][number] | null {
  const place = `benefit ${index + 1}`;
  const line = (field: 'what' | 'measure' | 'baseline', label: string) =>
    reader.line(benefitField(field, index), { label: `${label} of ${place}`, limit: 300 });
  const benefit = {
    what: line('what', 'The words'),
    measure: line('measure', 'The measure'),
    baseline: line('baseline', 'The figure before'),
  };
  if (benefit.what === '' && benefit.measure + benefit.baseline !== '') {
    reader.fail(benefitField('what', index), `Enter what ${place} is`);
  }
  return Object.values(benefit).every((words) => words === '') ? null : benefit;
}
