import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { compareNames } from '../../../platform/compare.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate } from '../../../views/format.ts';
import { namedDirections } from '../../../views/page/named-directions.ts';
import { SummaryList, type SummaryRow } from '../../../views/summary-list.tsx';
import { PlainText } from '../../../views/text/plain-text.tsx';
import { planningWordsOf } from '../../directory/index.ts';
import {
  type AreaMention,
  capacities,
  capacityLabels,
  type FormContent,
  type FormPeople,
  offices,
} from '../formation.ts';
import { formDifference, personInWords } from '../forms/form-difference.ts';
import type { FormDocument } from '../forms/form-document.ts';
import { ChangesTable } from './changes-table.tsx';

interface FormViewProps {
  readonly content: FormContent;
  readonly headingLevel?: 2 | 3;
}

/** `STP area`, `ICB areas`; of none no kind is known. */
function planningKeyOf(areas: readonly AreaMention[]): string {
  const { area, areas: several } = planningWordsOf(areas);
  const label = areas.length === 1 ? area : several;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

const nothing = <span className="ldr-nothing">Not given</span>;

/** A form as it reads, for people who are signed in: addresses and contact included. */
export function FormView({ content, headingLevel = 2 }: FormViewProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  const { area, organisations, people } = content;
  const names = (list: readonly AreaMention[]) =>
    list.map(({ name, code }) => `${name} (${code})`).join('; ') || nothing;
  const ordered = organisations.toSorted(
    (one, other) =>
      capacities.indexOf(one.capacity) - capacities.indexOf(other.capacity) || compareNames(one.name, other.name),
  );
  return (
    <>
      <Heading>The footprint</Heading>
      <SummaryList
        rows={[
          { key: 'Name', value: namedDirections(area.name) || nothing },
          { key: 'Holds from', value: area.startsOn === null ? nothing : formatDate(area.startsOn) },
          { key: 'Region', value: names(area.regions) },
          { key: planningKeyOf(area.stps), value: names(area.stps) },
          ...(area.parent === null ? [] : [{ key: 'Part of', value: names([area.parent]) }]),
          ...(area.reason === '' ? [] : [{ key: 'Why it changes', value: <PlainText text={area.reason} /> }]),
        ]}
      />
      <Heading>Organisations</Heading>
      <DataTable
        caption="Organisations that take part"
        captionIsHidden
        rows={ordered}
        rowKey={({ organisationId }) => organisationId}
        empty="No organisation is named yet."
        columns={[
          {
            heading: 'Organisation',
            isRowHeading: true,
            cell: ({ name, code }) => <a href={paths.organisation(code)}>{name}</a>,
          },
          { heading: 'Code', cell: ({ code }) => code },
          { heading: 'Takes part as', cell: ({ capacity }) => capacityLabels[capacity] },
        ]}
      />
      <Heading>People and governance</Heading>
      <SummaryList rows={peopleRows(people)} />
    </>
  );
}

interface FormDocumentViewProps {
  readonly document: Pick<FormDocument, 'base' | 'form' | 'asked'>;
  /** What stands between the changes and the form. */
  readonly children?: ReactNode;
}

/** All of a form as it was put: what it changes, what it says, and which commissioners were asked. */
export function FormDocumentView({ document: { base, form, asked }, children }: FormDocumentViewProps) {
  return (
    <>
      {base !== null && <ChangesTable caption="What changes" changes={formDifference(base, form)} />}
      {children}
      <FormView content={form} />
      <SummaryList
        rows={[
          {
            key: 'Asked to endorse',
            value: asked.map(({ name, code }) => `${name} (${code})`).join('; ') || 'No commissioner',
          },
        ]}
      />
    </>
  );
}

function peopleRows(people: FormPeople): SummaryRow[] {
  const text = (value: string) => (value === '' ? nothing : <PlainText text={value} />);
  return [
    ...offices.map(({ id, label }) => ({ key: label, value: <Person person={people[id]} /> })),
    { key: 'Governance group', value: text(people.group) },
    { key: 'Reports to', value: text(people.reportsTo) },
    { key: 'Health and wellbeing boards', value: text(people.boards.join('\n')) },
    { key: 'Contact', value: text(people.contact) },
  ];
}

function Person({ person }: { person: FormPeople['owner'] }) {
  const inWords = personInWords(person);
  if (inWords === '' && person.email === '') {
    return nothing;
  }
  return (
    <>
      <span className="ldr-typed">{namedDirections(inWords)}</span>
      {person.email !== '' && (
        <a className="ldr-typed" href={`mailto:${person.email}`}>
          {person.email}
        </a>
      )}
    </>
  );
}
