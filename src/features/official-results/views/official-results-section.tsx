import { paths } from '../../../paths.ts';
import { BarChart } from '../../../views/charts/bar-chart.tsx';
import { ChartFigure } from '../../../views/charts/chart-figure.tsx';
import { SpreadKey } from '../../../views/charts/spread-key.tsx';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, inSentence } from '../../../views/format.ts';
import { type Day, onDay } from '../../directory/index.ts';
import type { PredecessorView, ReleaseView, SettingView } from '../results-view.ts';

interface OfficialResultsSectionProps {
  readonly day: Day;
  /** Whose page it is. */
  readonly name: string;
  readonly releases: readonly ReleaseView[];
  /** Where another of its kind has its page. */
  readonly hrefOf: (code: string) => string;
}

/** What others have published of an organisation, kept apart from what it says here; nothing where there is none. */
export function OfficialResultsSection({ releases, ...page }: OfficialResultsSectionProps) {
  return releases.length === 0 ? null : (
    <section aria-labelledby="official-results">
      <h2 id="official-results">Official results</h2>
      {releases.map((release) => (
        <Release key={release.id} release={release} {...page} />
      ))}
    </section>
  );
}

interface ReleaseProps extends Omit<OfficialResultsSectionProps, 'releases'> {
  readonly release: ReleaseView;
}

function Release(props: ReleaseProps) {
  const { name, release, day } = props;
  const { title, publisher, publishedOn, about, own, before } = release;
  return (
    <>
      <p>
        {title}. Published by {publisher} on {formatDate(publishedOn)}, not worked out here.{' '}
        {about !== '' && `${about}. `}
        <a href={day.link(paths.officialResults({ series: release.id }))}>All results of this publication</a>
      </p>
      {own.map((setting) => (
        <Setting key={setting.id} of={name} setting={setting} release={release} />
      ))}
      {before.map((each) => (
        <Predecessor key={each.code} {...props} each={each} />
      ))}
    </>
  );
}

interface PredecessorProps extends ReleaseProps {
  readonly each: PredecessorView;
}

/** Under its own name: nothing of it has passed to whoever came after. */
function Predecessor({ each, name, release, hrefOf }: PredecessorProps) {
  return (
    <>
      <p>
        <a href={onDay(hrefOf(each.code), release.publishedOn)}>{each.name}</a>, as published, went before {name}. Its
        results are its own, and none of them is a result of {name}.
      </p>
      {each.settings.map((setting) => (
        <Setting key={setting.id} of={each.name} setting={setting} release={release} />
      ))}
    </>
  );
}

function Setting({ of, setting, release }: { of: string; setting: SettingView; release: ReleaseView }) {
  const { careSetting, lines, greatest, notes, names } = setting;
  const title = `Official results of ${of}: ${inSentence(careSetting)}`;
  const peers = `${Math.max(...lines.map(({ n }) => n))} with results in the same care setting`;
  const years = [...new Set(lines.map(({ year }) => year))].sort();
  const otherNames = names.filter((name) => name.toLowerCase() !== of.toLowerCase());
  return (
    <ChartFigure
      heading={`${of}: ${inSentence(careSetting)}`}
      note={
        <>
          Scores as {release.publisher} published them, of {years.join(' and ')}
          {otherNames.length > 0 && `, under the name ${otherNames.join(' and ')}`}. Bars run from 0 to {greatest}. Band
          and tick: {peers}, worked out here. {notes.map((note) => `${note}. `)}
        </>
      }
      table={
        <DataTable
          caption={title}
          captionIsHidden
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            { heading: 'Measure', isRowHeading: true, cell: ({ label }) => label },
            { heading: 'Year', cell: ({ year }) => year },
            { heading: 'Score', numeric: true, cell: ({ score }) => score },
            { heading: 'Median', numeric: true, cell: ({ median }) => median },
            { heading: 'n', numeric: true, cell: ({ n }) => n },
          ]}
        />
      }
    >
      <SpreadKey of={peers} />
      <BarChart
        id={setting.id}
        title={title}
        description={`Each bar is a score on a scale that ends at ${greatest}. ${lines.map(({ label, score, median }) => `${label}: ${score}, median ${median}`).join('; ')}.`}
        bars={lines.map(({ id, label, value, score, spread }) => ({ id, label, value, valueText: score, spread }))}
        scale={{ least: 0, most: greatest, format: String }}
        axis={false}
      />
    </ChartFigure>
  );
}
