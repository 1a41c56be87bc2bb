import { DataTable } from '../../../views/data-table.tsx';
import { BoundaryMap } from './boundary-map.tsx';
import { HexagonMap } from './hexagon-map.tsx';
import { MapFrame } from './map-frame.tsx';
import type { MapForm, MapRow, MeasuredMap } from './measured-map.ts';

/** A map as a page shows it, with the ways to another one. */
export interface MapOnPage {
  readonly map: MeasuredMap;
  readonly heading: string;
  /** What each place on it is, in a sentence. */
  readonly explanation: string;
  /** What a place is called at the head of the table. */
  readonly placeHeading: string;
  readonly canSwitch: boolean;
  /** The same page with other options, `map` and `measure`. */
  readonly linkTo: (options: MeasuredMap['options']) => string;
}

/** A map shaded by a measure, with a choice of measure and of form, its legend, its note and its table. */
export function BoundaryMapSection(props: MapOnPage) {
  const { map, heading, explanation } = props;
  return (
    <section id="map" aria-labelledby="map-heading" className="ldr-map-section">
      <h2 id="map-heading">{heading}</h2>
      <p>{explanation}</p>
      <Choices {...props} />
      <MapFrame
        map={<Picture map={map} heading={heading} />}
        notes={<p className="ldr-figure-note">{map.note}</p>}
        table={<MapTable {...props} />}
      />
    </section>
  );
}

const forms: readonly { readonly id: MapForm; readonly label: string }[] = [
  { id: 'hexagons', label: 'Hexagons' },
  { id: 'boundaries', label: 'Boundaries' },
];

function Choices({ map: { options, measures }, canSwitch, linkTo }: MapOnPage) {
  return (
    <div className="ldr-map-choices">
      {canSwitch && (
        <Choice
          label="Show as"
          current={options.form}
          choices={forms.map(({ id, label }) => ({ id, label, href: linkTo({ ...options, form: id }) }))}
        />
      )}
      <Choice
        label="Shade by"
        current={options.measure}
        choices={measures.map(({ id, label }) => ({ id, label, href: linkTo({ ...options, measure: id }) }))}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly current: string;
  readonly choices: readonly { readonly id: string; readonly label: string; readonly href: string }[];
}

function Choice({ label, current, choices }: ChoiceProps) {
  return (
    <p className="ldr-orders">
      {label}:{' '}
      {choices.map((choice, index) => (
        <span key={choice.id}>
          {index > 0 && '· '}
          {choice.id === current ? <strong>{choice.label}</strong> : <a href={choice.href}>{choice.label}</a>}{' '}
        </span>
      ))}
    </p>
  );
}

function Picture({ map, heading }: { map: MeasuredMap; heading: string }) {
  const { picture, legend, valueHeading } = map;
  const title = `${heading}, shaded by ${valueHeading.toLowerCase()}`;
  const description = 'North is at the top. Each place is a link. The table beneath says the same in words.';
  return picture.kind === 'hexagons' ? (
    <HexagonMap id="places" title={title} description={description} cells={picture.cells} legend={legend} />
  ) : (
    <BoundaryMap
      id="places"
      title={title}
      description={description}
      width={picture.width}
      height={picture.height}
      areas={picture.areas}
      legend={legend}
    />
  );
}

function MapTable({ map, placeHeading }: MapOnPage) {
  return (
    <DataTable
      caption={`${placeHeading} with ${map.valueHeading.toLowerCase()}`}
      captionIsHidden
      rows={map.rows}
      rowKey={(row) => row.key}
      empty="There is nothing to show for this day."
      columns={[
        { heading: placeHeading, isRowHeading: true, cell: (row) => <PlaceName row={row} /> },
        { heading: map.valueHeading, numeric: map.options.measure !== 'stage', cell: (row) => row.text },
      ]}
    />
  );
}

function PlaceName({ row }: { row: MapRow }) {
  return (
    <>
      <a href={row.href}>{row.name}</a>
      {!row.isDrawn && <span className="ldr-line-note">Not on the map: where it lies is not recorded</span>}
    </>
  );
}
