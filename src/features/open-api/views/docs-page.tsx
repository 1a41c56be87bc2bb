import type { ReactNode } from 'react';
import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { formatNumber } from '../../../views/format.ts';
import { shownStandings, standingMeaning } from '../../directory/index.ts';
import type { OpenApiDocument, OpenApiOperation, OpenApiParameter } from '../openapi-document.ts';
import type { Operation } from '../operation.ts';
import { defaultLimit, largestLimit } from '../parameters.ts';

interface DocsPageProps {
  readonly document: OpenApiDocument;
  readonly operations: readonly Operation[];
  /** Where the service is reached, for examples to be copied. */
  readonly base: string;
  readonly perMinute: number;
  /** That the examples are of another programme, in a sentence; empty where they are of this one. */
  readonly ofOtherProgramme: string;
}

/** Everything the API can be asked, for people who write programs. */
export function DocsPage({ document, operations, base, perMinute, ofOtherProgramme }: DocsPageProps) {
  return (
    <>
      <h1>API</h1>
      <p className="nhsuk-lede-text">
        Read what is public here with a program of your own: who is where, what was measured, what was planned. No
        sign-in, no key.
      </p>
      <Basics base={base} perMinute={perMinute} />
      <h2>What can be asked</h2>
      {ofOtherProgramme !== '' && <p>{ofOtherProgramme}</p>}
      <ul>
        {document.tags.map(({ name, description }) => (
          <li key={name}>
            <a href={`#${anchorOf(name)}`}>{name}</a>: {description}
          </li>
        ))}
      </ul>
      {document.tags.map(({ name }) => (
        <section key={name}>
          <h2 id={anchorOf(name)}>{name}</h2>
          {operations
            .filter((operation) => operation.tag === name)
            .map((operation) => (
              <OperationSection key={operation.id} operation={operation} document={document} base={base} />
            ))}
        </section>
      ))}
    </>
  );
}

const anchorOf = (tag: string) => tag.toLowerCase();

function Basics({ base, perMinute }: Pick<DocsPageProps, 'base' | 'perMinute'>) {
  return (
    <>
      <p>
        Everything below is also described for programs: <a href={paths.openApi()}>OpenAPI 3.1 document</a>.
      </p>
      <Code text={`curl '${base}${paths.api()}/footprints'`} />
      <h2>How it answers</h2>
      <ul>
        <li>
          <strong>Lists</strong> come in pages of {defaultLimit}, or as many as <code>limit</code> says up to{' '}
          {largestLimit}. <code>total</code> counts the whole list. While <code>next</code> is not null, send it as{' '}
          <code>cursor</code> with the same filters.
        </li>
        <li>
          <strong>Another day</strong>: <code>as-at=2016-06-30</code> asks who was where on that day.
        </li>
        <li>
          <strong>Who says so</strong>: each item has a <code>source</code> and a <code>standing</code>:{' '}
          {shownStandings.map((standing) => `${standing} (${standingMeaning(standing)})`).join(', ')}.
        </li>
        <li>
          <strong>Made up</strong>: where <code>illustrative</code> is true, the answer was invented to show the
          service. Do not quote it.
        </li>
        <li>
          <strong>Tables</strong>: where it is offered, <code>format=csv</code> gives the whole list for a spreadsheet.
          Text that a spreadsheet would run as a formula begins with an apostrophe.
        </li>
        <li>
          <strong>Mistakes</strong> are answered with a problem document (RFC 9457) that names each wrong parameter.
        </li>
        <li>
          <strong>Asking again</strong>: send the <code>ETag</code> of an answer as <code>If-None-Match</code>, and an
          unchanged one costs nothing (304).
        </li>
        <li>
          <strong>From any site</strong>: pages of other sites may read it (CORS). Up to {formatNumber(perMinute)}{' '}
          requests a minute from one address: the header <code>RateLimit</code> of each answer says how many are left (
          <code>r</code>) and for how many seconds (<code>t</code>).
        </li>
      </ul>
      <p>
        Fields may be added within version 1, and none is taken away. What is made up in an example says so: its{' '}
        <code>illustrative</code> is true.
      </p>
    </>
  );
}

interface OperationSectionProps {
  readonly operation: Operation;
  readonly document: OpenApiDocument;
  readonly base: string;
}

function OperationSection({ operation, document, base }: OperationSectionProps) {
  const address = `${paths.api()}${operation.path}`;
  const described = document.paths[address]?.get;
  return (
    <section className="ldr-operation" id={operation.id}>
      <h3>{operation.summary}</h3>
      <p>
        <code className="ldr-address">GET {address}</code>
      </p>
      <p>{withCode(operation.description)}</p>
      {described !== undefined && <Parameters operation={described} />}
      <Code text={`curl '${base}${paths.api()}${operation.example.request}'`} />
      <Details summary={`Example answer of ${operation.id}`}>
        <Code text={JSON.stringify(operation.example.answer, null, 2)} />
        {operation.csvColumns !== null && <p>Columns of the table: {operation.csvColumns.join(', ')}.</p>}
      </Details>
    </section>
  );
}

function Parameters({ operation }: { readonly operation: OpenApiOperation }) {
  return (
    <DataTable
      caption={`Parameters of ${operation.operationId}`}
      rows={operation.parameters}
      rowKey={({ name }) => name}
      empty="It takes no parameters."
      columns={[
        { heading: 'Name', isRowHeading: true, cell: ({ name }) => <code>{name}</code> },
        { heading: 'What it says', cell: ({ description }) => <span>{withCode(description)}</span> },
        { heading: 'Takes', cell: (parameter) => takesOf(parameter) },
      ]}
    />
  );
}

/** What a parameter takes; those of the path are part of the address and never left out. */
function takesOf({ in: place, schema }: OpenApiParameter): string {
  const example = Array.isArray(schema.examples) ? `, such as ${String(schema.examples[0])}` : '';
  const kind = schema.format === 'date' ? 'a day' : 'text';
  if (Array.isArray(schema.enum)) {
    return schema.enum.join(', ');
  }
  if (schema.type === 'integer') {
    return `a number from ${String(schema.minimum)} to ${String(schema.maximum)}`;
  }
  return `${kind}${example}${place === 'path' ? ', in the address' : ''}`;
}

/** The marks around code in a description, which programs read as Markdown, as code on the page. */
function withCode(text: string): ReactNode {
  return text.split('`').map((part, index) => {
    const isCode = index % 2 === 1;
    return isCode ? <code key={part}>{part}</code> : part;
  });
}

/** Text for copying. It wraps, so that no part of a page has to be scrolled sideways. */
function Code({ text }: { readonly text: string }) {
  return (
    <pre className="ldr-code">
      <code>{text}</code>
    </pre>
  );
}
