import { paths } from '../../../paths.ts';
import { DataTable } from '../../../views/data-table.tsx';
import { countOf, formatNumber, listInWords } from '../../../views/format.ts';
import { SelectField } from '../../../views/forms/fields.tsx';
import { RefusedNote } from '../../../views/refused-note.tsx';
import { type AreaRef, AsAtLine, DataSources, type Day, type Source } from '../../directory/index.ts';
import { CapabilitySection } from './compare-capabilities.tsx';
import { PeopleFigure } from './compare-people.tsx';
import type { ComparedFootprint, Comparison, CountRow, Pair } from './comparison.ts';

export interface Compared {
  readonly sides: Pair<ComparedFootprint>;
  readonly comparison: Comparison;
}

export interface ComparePageProps {
  readonly day: Day;
  /** Every footprint of the day, by name. */
  readonly footprints: readonly AreaRef[];
  /** Slugs of those chosen; empty where none is. */
  readonly chosen: Pair<string>;
  readonly refused: readonly string[];
  /** Null until two are chosen. */
  readonly compared: Compared | null;
  readonly sources: readonly Source[];
}

/** Two footprints, chosen by the reader, side by side. */
export function ComparePage(props: ComparePageProps) {
  const { day, chosen, refused, compared, sources } = props;
  const [a, b] = chosen;
  return (
    <>
      <h1>Compare two footprints</h1>
      <ChoiceForm {...props} />
      <RefusedNote refused={refused} />
      {compared === null ? (
        <p className="ldr-empty">
          Choose two footprints. Their people, organisations, stage and published plans will stand here side by side.
        </p>
      ) : (
        <SideBySide day={day} compared={compared} />
      )}
      <AsAtLine day={day} path={paths.compareFootprints()} keep={{ a, b }} />
      <DataSources sources={sources} />
    </>
  );
}

function ChoiceForm({ day, footprints, chosen: [a, b] }: ComparePageProps) {
  const choices = footprints.map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <form method="get" action={paths.compareFootprints()} className="ldr-filters">
      {day.isChosen && <input type="hidden" name="as-at" value={day.asAt} />}
      <div className="ldr-filters__choices">
        <SelectField name="a" label="First footprint" placeholder="Choose one" choices={choices} value={a} />
        <SelectField name="b" label="Second footprint" placeholder="Choose another" choices={choices} value={b} />
      </div>
      <button className="nhsuk-button nhsuk-button--small" type="submit">
        Compare
      </button>
      {a !== '' && b !== '' && (
        <a className="ldr-filters__clear" href={day.link(paths.compareFootprints(b, a))}>
          Swap the two
        </a>
      )}
    </form>
  );
}

function SideBySide({ day, compared }: { day: Day; compared: Compared }) {
  const { comparison, sides } = compared;
  const { inWords, facts, names, shared } = comparison;
  return (
    <>
      <h2 id="in-words">In words</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {inWords.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h2 id="facts">Facts</h2>
      <DataTable
        caption={`${listInWords(names)}: facts`}
        captionIsHidden
        rows={facts}
        rowKey={({ key }) => key}
        columns={[
          { heading: 'Fact', isRowHeading: true, cell: ({ key }) => key },
          { heading: names[0], cell: ({ values }) => values[0] },
          { heading: names[1], cell: ({ values }) => values[1] },
        ]}
      />
      <p>
        More on each:{' '}
        {sides.map(({ footprint }, index) => (
          <span key={footprint.areaId}>
            {index > 0 && ' · '}
            <a href={day.link(paths.footprint(footprint.slug))}>{footprint.name}</a>
          </span>
        ))}
      </p>
      <PeopleFigure names={names} populations={comparison.populations} />
      <h2 id="organisations">Organisations</h2>
      <Counts by="Type" names={names} rows={comparison.types} />
      <Counts by="Role" names={names} rows={comparison.roles} />
      <h3>In both</h3>
      <Shared day={day} names={names} shared={shared} />
      <CapabilitySection sides={sides} comparison={comparison} />
    </>
  );
}

interface CountsProps {
  readonly by: string;
  readonly names: Pair<string>;
  readonly rows: readonly CountRow[];
}

function Counts({ by, names, rows }: CountsProps) {
  const inWords = (count: number | null) => (count === null ? 'Not recorded' : formatNumber(count));
  return (
    <>
      <h3>By {by.toLowerCase()}</h3>
      <DataTable
        caption={`Organisations by ${by.toLowerCase()}`}
        captionIsHidden
        rows={rows}
        rowKey={({ label }) => label}
        empty="No organisation of either is recorded."
        columns={[
          { heading: by, isRowHeading: true, cell: ({ label }) => label },
          { heading: names[0], numeric: true, cell: ({ counts }) => inWords(counts[0]) },
          { heading: names[1], numeric: true, cell: ({ counts }) => inWords(counts[1]) },
        ]}
      />
    </>
  );
}

function Shared({ day, names, shared }: { day: Day; names: Pair<string>; shared: Comparison['shared'] }) {
  return (
    <>
      <DataTable
        caption="Organisations that belong to both, and their part in each"
        captionIsHidden
        rows={shared}
        rowKey={({ code }) => code}
        empty="No organisation is recorded in both."
        columns={[
          {
            heading: 'Organisation',
            isRowHeading: true,
            cell: ({ code, name }) => <a href={day.link(paths.organisation(code))}>{name}</a>,
          },
          { heading: `In ${names[0]}`, cell: ({ roles }) => roles[0] },
          { heading: `In ${names[1]}`, cell: ({ roles }) => roles[1] },
        ]}
      />
      <p className="ldr-figure-note">
        {shared.length > 0 &&
          `${countOf(shared.length, 'organisation')} in both, counted for each in the tables above. `}
        Only organisations that a document names are recorded; a footprint may have had more.
      </p>
    </>
  );
}
