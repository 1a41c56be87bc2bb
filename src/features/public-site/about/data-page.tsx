import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { Details } from '../../../views/details.tsx';
import { formatDate } from '../../../views/format.ts';
import { DigestText } from '../../../views/text/digest-text.tsx';
import type { ProgrammePack } from '../../programme/index.ts';

export interface PublishedLine {
  readonly footprintName: string;
  readonly slug: string;
  readonly versionNumber: number;
  readonly releaseNumber: number;
  readonly publishedAt: Date;
  readonly digest: string;
}

/** One list that can be downloaded. */
interface DataList {
  /** Its name in the API. */
  readonly id: string;
  readonly title: string;
  readonly row: string;
  /** Whether it is offered as a table too. */
  readonly hasTable: boolean;
}

export const dataLists: readonly DataList[] = [
  { id: 'footprints', title: 'Footprints', row: 'One footprint, with the areas it lies in', hasTable: true },
  {
    id: 'memberships',
    title: 'Memberships',
    row: 'One organisation in one footprint, with its role, dates, standing and source',
    hasTable: true,
  },
  {
    id: 'organisations',
    title: 'Organisations',
    row: 'One organisation, with its code, type and place',
    hasTable: true,
  },
  { id: 'results', title: 'Results', row: 'One submitted self-assessment, with its scores', hasTable: true },
  { id: 'areas', title: 'Areas', row: 'One region, footprint, STP or area of a board', hasTable: false },
  {
    id: 'roadmaps',
    title: 'Published roadmaps',
    row: 'One published roadmap, with its release and digest',
    hasTable: false,
  },
  {
    id: 'instruments',
    title: 'Questionnaires',
    row: 'One questionnaire; each can be had whole, with all questions',
    hasTable: false,
  },
];

interface DataPageProps {
  readonly published: readonly PublishedLine[];
  /** The day that is shown, and an earlier one of whose state of affairs most is on record. */
  readonly days: Pick<ProgrammePack, 'positionOn' | 'factsOn'>;
  /** Whether others have published any results by the position day. */
  readonly hasOfficialResults: boolean;
}

/** What can be taken away and reused, under which terms, and how to check it. */
export function DataPage({ published, days: { positionOn, factsOn }, hasOfficialResults }: DataPageProps) {
  return (
    <>
      <h1>Data</h1>
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <p>Everything public on this service can be downloaded and reused. You need no account and no key.</p>
        </div>
      </div>
      <h2>Lists</h2>
      <p>
        The lists show the position on {formatDate(positionOn)}; add <code>as-at={factsOn}</code> to an address for
        another day. CSV files open in a spreadsheet.
      </p>
      <DataTable
        caption="Lists to download"
        rows={dataLists}
        rowKey={(list) => list.id}
        columns={[
          { heading: 'List', isRowHeading: true, cell: (list) => list.title },
          { heading: 'What a row is', cell: (list) => list.row },
          { heading: 'Download', cell: (list) => <Downloads list={list} /> },
        ]}
      />
      <p>
        The <a href={paths.questionnaires()}>questionnaires</a> can be read here too: what each asks, how it is scored
        and whose words it is.
      </p>
      {hasOfficialResults && (
        <p>
          Scores that others have published of trusts and boards: <a href={paths.officialResults()}>official results</a>
          , with codes, as CSV.
        </p>
      )}
      <PublishedRoadmaps published={published} />
      <div className="nhsuk-grid-row">
        <div className="nhsuk-grid-column-two-thirds">
          <Verifying />
          <h2>What the fields mean</h2>
          <p>
            The <a href={paths.apiDocs()}>API pages</a> describe every list and every field, with examples. Programs can
            read the same from the <a href={paths.openApi()}>OpenAPI document</a>. Four things are worth knowing first:
          </p>
          <ul>
            <li>
              An organisation is known by its code from the NHS Organisation Data Service. Codes that begin with LDR-
              are ours, for bodies that have none.
            </li>
            <li>An empty score means that nothing was scored. It never means zero.</li>
            <li>
              Where <code>illustrative</code> is true, the row was invented to show the service. Do not quote it.
            </li>
            <li>
              What is called <code>stps</code>, or <code>stp_codes</code> in a CSV file, holds the planning areas of the
              day: STPs until 30 June 2022, the areas of integrated care boards since. The name stays, so that programs
              find it.
            </li>
          </ul>
          <h2>Licence</h2>
          <p>
            Public sector information is licensed under the{' '}
            <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
              Open Government Licence v3.0
            </a>
            . Name the source given with each row: mostly the NHS Organisation Data Service or the Office for National
            Statistics. Facts read in documents of footprints are given as facts; the documents remain their
            publishers’.
          </p>
        </div>
      </div>
    </>
  );
}

function Downloads({ list }: { list: DataList }) {
  const address = paths.apiItem(list.id);
  const what = <span className="nhsuk-u-visually-hidden"> of {list.title.toLowerCase()}</span>;
  return (
    <span>
      {list.hasTable && (
        <>
          <a href={`${address}?format=csv`}>CSV{what}</a>,{' '}
        </>
      )}
      <a href={address}>JSON{what}</a>
    </span>
  );
}

function PublishedRoadmaps({ published }: { published: readonly PublishedLine[] }) {
  return (
    <>
      <h2>Published roadmaps</h2>
      <DataTable
        caption="The newest release of each roadmap"
        rows={published}
        rowKey={(line) => line.slug}
        empty="No roadmap has been published on this service yet. When one is, its file will be here."
        columns={[
          {
            heading: 'Footprint',
            isRowHeading: true,
            cell: (line) => <a href={paths.publishedRoadmap(line.slug)}>{line.footprintName}</a>,
          },
          { heading: 'Release', cell: (line) => `${line.releaseNumber}, version ${line.versionNumber}` },
          { heading: 'Published', cell: (line) => formatDate(line.publishedAt) },
          { heading: 'Digest (SHA-256)', cell: (line) => <DigestText digest={line.digest} /> },
          {
            heading: 'Download',
            cell: (line) => (
              <a href={paths.roadmapDownload(line.slug, line.versionNumber)}>
                JSON<span className="nhsuk-u-visually-hidden"> of {line.footprintName}</span>
              </a>
            ),
          },
        ]}
      />
    </>
  );
}

function Verifying() {
  return (
    <>
      <h2 id="verify">Check that a roadmap is unchanged</h2>
      <p>
        Every organisation endorses one exact version of a roadmap, known by its digest: a number of 64 hexadecimal
        digits computed from all of its text. If a single letter changes, so does the digest.
      </p>
      <ol>
        <li>Download the roadmap’s JSON file from the table above.</li>
        <li>
          With a copy of this project, run <code>npm run ldr -- verify file.json</code>. It needs no network. It forms
          every digest anew and checks that each endorsement names this very document.
        </li>
        <li>
          Compare the digest it prints with the one on the roadmap’s public page, or with the one an organisation noted
          when it signed.
        </li>
      </ol>
      <Details summary="Check it without our program">
        <p>
          The digest is the SHA-256 of the roadmap’s <code>document</code>, written as canonical JSON (RFC 8785) in
          UTF-8. Parts for assurance only are left out of the public file; each stands there by its own digest, and the
          digest of the document is formed over those.
        </p>
      </Details>
    </>
  );
}
