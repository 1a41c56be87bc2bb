import { paths } from '../../../paths.ts';
import { BarChart } from '../../../views/charts/bar-chart.tsx';
import { ChartFigure } from '../../../views/charts/chart-figure.tsx';
import { SpreadKey } from '../../../views/charts/spread-key.tsx';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, inSentence, listInWords } from '../../../views/format.ts';
import { type Day, onDay } from '../../directory/index.ts';
import { wellCased } from '../../directory-import/index.ts';
import type { PredecessorView, ReleaseView, SettingView } from '../results-view.ts';

interface OfficialResultsSectionProps {
  readonly day: Day;
  /** Whose page it is. */
  readonly name: string;
  readonly releases: readonly ReleaseView[];
  /** Where another of its kind has its page. */
  readonly hrefOf: (code: string) => string;
  /** The scale of the result that it answered here itself, where the page has one; figures that fit are drawn on it too. */
  readonly ownScale?: ResultScale | null;
}

interface ResultScale {
  readonly least: number;
  readonly most: number;
}

/** What others have published of an organisation, kept apart from what it says here; nothing where there is none. */
export function OfficialResultsSection({ releases, ...page }: OfficialResultsSectionProps) {
  return releases.length === 0 ? null : (
    <section aria-labelledby="official-results">
      <h2 id="official-results">Official results</h2>
      {page.ownScale != null && (
        <p>
          Apart from what {page.name} has answered here: these scores come from other questions, so that the two cannot
          be set against each other.
        </p>
      )}
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
  const { name, release, day, ownScale = null } = props;
  const { title, publisher, publishedOn, about, own, before } = release;
  return (
    <>
      <p>
        {title}. Published by {publisher} on {formatDate(publishedOn)}, not worked out here.{' '}
        {about !== '' && `${about}. `}
        <a href={day.link(paths.officialResults({ series: release.id }))}>All results of this publication</a>
      </p>
      {own.map((setting) => (
        <Setting key={setting.id} of={name} setting={setting} release={release} ownScale={ownScale} />
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
function Predecessor({ each, name, release, hrefOf, ownScale = null }: PredecessorProps) {
  return (
    <>
      <p>
        <a href={onDay(hrefOf(each.code), release.publishedOn)}>{wellCased(each.name)}</a>, as published, went before{' '}
        {name}. Its results are its own, and none of them is a result of {name}.
      </p>
      {each.settings.map((setting) => (
        <Setting key={setting.id} of={wellCased(each.name)} setting={setting} release={release} ownScale={ownScale} />
      ))}
    </>
  );
}

/** The break between two years: what one of them has alone says nothing of a change. */
function comparableWords(comparable: readonly string[], years: readonly number[]): string {
  return comparable.length === 0
    ? ''
    : `Between ${years.join(' and ')} only ${listInWords(comparable)} can be compared: the other measures have no figure for both. `;
}

interface SettingProps {
  readonly of: string;
  readonly setting: SettingView;
  readonly release: ReleaseView;
  readonly ownScale: ResultScale | null;
}

function Setting({ of, setting, release, ownScale }: SettingProps) {
  const { careSetting, lines, notes, names } = setting;
  const { least, most } = scaleOf(setting, ownScale);
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
          {otherNames.length > 0 && `, under the name ${otherNames.map(wellCased).join(' and ')}`}. Bars run from{' '}
          {least} to {most}. Band and tick: {peers}, worked out here. {comparableWords(setting.comparable, years)}
          {notes.map((note) => `${note}. `)}
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
        description={`Each bar is a score on a scale from ${least} to ${most}. ${lines.map(({ label, score, median }) => `${label}: ${score}, median ${median}`).join('; ')}.`}
        bars={lines.map(({ id, label, value, score, spread }) => ({ id, label, value, valueText: score, spread }))}
        scale={{ least, most, format: String }}
        axis={false}
      />
    </ChartFigure>
  );
}

/** That of the page's other result where all figures fit on it, so that bars of one length mean one number. */
function scaleOf({ greatest, lines }: SettingView, own: ResultScale | null): ResultScale {
  const fits =
    own !== null && greatest <= own.most && lines.every(({ value, spread }) => Math.min(value, spread.q1) >= own.least);
  return fits ? own : { least: 0, most: greatest };
}
