import { paths } from '../../../paths.ts';
import { BarChart } from '../../../views/charts/bar-chart.tsx';
import { ChartFigure } from '../../../views/charts/chart-figure.tsx';
import { SpreadKey } from '../../../views/charts/spread-key.tsx';
import { DataTable } from '../../../views/data-table.tsx';
import { formatDate, inSentence } from '../../../views/format.ts';
import type { Day } from '../../directory/index.ts';
import type { OfficialPicture, PictureRelease, PictureSetting } from '../official-picture.ts';

/** What others have published of the whole country, kept apart from what is answered here. */
export function OfficialPictures({ pictures, day }: { pictures: readonly OfficialPicture[]; day: Day }) {
  return pictures.map(({ release, settings }) => (
    <div key={release.series}>
      <p>
        {release.title}. Published by {release.publisher} on {formatDate(release.publishedOn)}. The scores are theirs;
        medians and middle halves are worked out here. {release.about !== '' && `${release.about}. `}
        <a href={day.link(paths.officialResults({ series: release.series }))}>Every result, with codes</a>
      </p>
      <div className="ldr-pictures">
        {settings.map((setting) => (
          <Setting key={setting.id} setting={setting} release={release} />
        ))}
      </div>
    </div>
  ));
}

function Setting({ setting, release }: { setting: PictureSetting; release: PictureRelease }) {
  const { id, careSetting, lines, greatest, changes } = setting;
  const title = `Official results: ${inSentence(careSetting)}`;
  const n = Math.max(...lines.map((line) => line.n));
  return (
    <ChartFigure
      heading={careSetting}
      note={
        <>
          Bar: the median of the scores that {release.publisher} published; n {n} unless the table says less. Bars run
          from 0 to {greatest}. Scores can be compared within a care setting, not between two. {changes.join(' ')}
        </>
      }
      table={
        <DataTable
          caption={title}
          captionIsHidden
          rows={lines}
          rowKey={(line) => line.id}
          columns={[
            { heading: 'Measure', isRowHeading: true, cell: ({ label }) => label },
            { heading: 'Year', cell: ({ year }) => year },
            { heading: 'Median', numeric: true, cell: ({ median }) => median },
            { heading: 'Middle half', numeric: true, cell: ({ middleHalf }) => middleHalf },
            { heading: 'n', numeric: true, cell: (line) => line.n },
          ]}
        />
      }
    >
      <SpreadKey of={`${n} with results`} />
      <BarChart
        id={id}
        title={title}
        description={`Each bar is a median on a scale that ends at ${greatest}. ${lines.map(({ label, median, middleHalf }) => `${label}: ${median}, middle half ${middleHalf}`).join('; ')}.`}
        bars={lines.map(({ id: lineId, label, spread, median }) => ({
          id: lineId,
          label,
          value: spread.median,
          valueText: median,
          spread,
        }))}
        scale={{ least: 0, most: greatest, format: String }}
        axis={false}
      />
    </ChartFigure>
  );
}
