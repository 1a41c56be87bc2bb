import { by, compareNames } from '../../../platform/compare.ts';
import { type PostedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { countOf } from '../../../views/format.ts';
import { type BoundaryDrawing, LABEL_SIZE } from '../drawing/draw-boundaries.ts';
import type { HexagonPlace } from '../drawing/hexagon-geometry.ts';
import { fittingLabel } from '../drawing/label-room.ts';
import { classLegend, type MapKey, type MapStep, quantileClasses, stepOfValue } from '../drawing/map-classes.ts';
import { type NamedStep, stageLegend } from '../drawing/map-stages.ts';
import type { BoundaryArea } from './boundary-map.tsx';
import type { MapCell } from './hexagon-map.tsx';
import {
  type MapMeasureId,
  type MapWords,
  type MeasureContext,
  type MeasuredPlace,
  type MeasuredValue,
  mapMeasures,
  measureNote,
  measurePlace,
  measureWords,
  noOwnResult,
} from './map-measures.ts';

export type MapForm = 'hexagons' | 'boundaries';

/** What a reader asked of the map. */
export interface MapOptions {
  readonly form: MapForm;
  readonly measure: MapMeasureId;
}

/** `?map=` and `?measure=`; anything unknown is as if nothing was asked. */
export function mapOptions(query: PostedForm): MapOptions {
  const measure = mapMeasures.find(({ id }) => id === textOf(query, 'measure'));
  return { form: textOf(query, 'map') === 'boundaries' ? 'boundaries' : 'hexagons', measure: measure?.id ?? 'stage' };
}

/** The options as parts of an address; what is usual is left out. */
export function mapQuery({ form, measure }: MapOptions): Record<string, string> {
  return { map: form === 'boundaries' ? form : '', measure: measure === 'stage' ? '' : measure };
}

/** A place as a map shows it. */
export interface MapPlace extends MeasuredPlace {
  readonly name: string;
  readonly href: string;
  /** What may stand on the map, longest first; none for a place that is only there to fill the picture. */
  readonly labels: readonly string[];
}

/** What the map is drawn from, by the keys of the places. */
export type MapDrawing =
  | { readonly kind: 'hexagons'; readonly cells: ReadonlyMap<string, HexagonPlace> }
  | { readonly kind: 'boundaries'; readonly drawing: BoundaryDrawing };

export interface MapRow {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly text: string;
  readonly isDrawn: boolean;
}

export interface MeasuredMap {
  readonly options: MapOptions;
  /** What the map can be shaded by. */
  readonly measures: readonly (typeof mapMeasures)[number][];
  readonly valueHeading: string;
  readonly picture:
    | { readonly kind: 'hexagons'; readonly cells: readonly MapCell[] }
    | {
        readonly kind: 'boundaries';
        readonly width: number;
        readonly height: number;
        readonly areas: readonly BoundaryArea[];
      };
  readonly legend: readonly MapKey[];
  /** By name, those not on the map too. */
  readonly rows: readonly MapRow[];
  readonly note: string;
  readonly illustrative: boolean;
}

interface MapInput {
  readonly options: MapOptions;
  readonly places: readonly MapPlace[];
  /** All stages there are, from the first to the last. */
  readonly stages: readonly NamedStep[];
  readonly drawing: MapDrawing;
  readonly context: MeasureContext;
  readonly words: MapWords;
  /** What a place is called, e.g. `STP area`. */
  readonly placeWord: string;
}

/** A map with its legend, its table and the line that says what it is. */
export function measuredMap(input: MapInput): MeasuredMap {
  const { options, places, drawing, context, words } = input;
  const { measure } = options;
  const values = new Map(places.map((place) => [place.key, measurePlace(measure, place, context)]));
  const shades = shadesOf(input, [...values.values()]);
  const shown = places.map((place) => {
    const value = values.get(place.key) ?? { value: null, text: 'Not known' };
    return {
      place,
      text: value.text,
      step: shades.stepOf(value.value),
      words: `${place.name}: ${lowerFirst(value.text)}`,
    };
  });
  const picture = pictureOf(drawing, shown);
  const drawn = new Set((picture.kind === 'hexagons' ? picture.cells : picture.areas).map(({ key }) => key));
  return {
    options,
    measures: mapMeasures.filter(({ id }) => id !== 'official' || context.published !== null),
    valueHeading: mapMeasures.find(({ id }) => id === measure)?.heading ?? measure,
    picture,
    legend: shades.legend,
    rows: shown
      .map(({ place: { key, name, href }, text }) => ({ key, name, href, text, isDrawn: drawn.has(key) }))
      .toSorted(by(({ name }) => name, compareNames)),
    note: measureNote(measure, places, words),
    illustrative: isIllustrative(measure, places, context),
  };
}

interface ShownPlace {
  readonly place: MapPlace;
  readonly text: string;
  readonly step: MapStep;
  readonly words: string;
}

function pictureOf(drawing: MapDrawing, shown: readonly ShownPlace[]): MeasuredMap['picture'] {
  if (drawing.kind === 'hexagons') {
    const cells = shown.flatMap(({ place: { key, name, href }, step, words }) => {
      const place = drawing.cells.get(key);
      return place === undefined ? [] : [{ key, name, href, place, step, words }];
    });
    return { kind: 'hexagons', cells };
  }
  const byKey = new Map(shown.map((one) => [one.place.key, one]));
  const { width, height, units } = drawing.drawing;
  const areas = units.flatMap(({ key, path, label }): BoundaryArea[] => {
    const one = byKey.get(key);
    if (one === undefined) {
      return [];
    }
    const text = fittingLabel(one.place.labels, label.room, LABEL_SIZE);
    return [
      {
        key,
        href: one.place.href,
        path,
        step: one.step,
        words: one.words,
        label: text === null ? null : { x: label.x, y: label.y, text },
      },
    ];
  });
  return { kind: 'boundaries', width, height, areas };
}

interface Shades {
  readonly stepOf: (value: number | null) => MapStep;
  readonly legend: readonly MapKey[];
}

/** Stages have steps of their own; other values are put into classes of about the same number of places. */
function shadesOf({ options, stages, placeWord, context }: MapInput, values: readonly MeasuredValue[]): Shades {
  const { measure } = options;
  if (measure === 'stage') {
    const steps = stages.map(({ step }) => step);
    return { stepOf: (value) => steps.find((step) => step === value) ?? null, legend: stageLegend({ all: stages }) };
  }
  const known = values.flatMap(({ value }) => value ?? []);
  const classes = quantileClasses(known);
  const legend = classLegend(classes, values.length - known.length, {
    value: (value) => measureWords(measure, value, context),
    count: (count) => countOf(count, placeWord),
    unknown: measure === 'official' ? noOwnResult : 'Not known',
  });
  return { stepOf: (value) => stepOfValue(classes, value), legend };
}

/** True where a value shown rests on made-up answers or plans. */
function isIllustrative(measure: MapMeasureId, places: readonly MapPlace[], { results }: MeasureContext): boolean {
  switch (measure) {
    case 'stage':
      return places.some(({ stages }) => stages.some(({ illustrative }) => illustrative));
    case 'assessed':
    case 'score':
      return [...(results?.values() ?? [])].some(({ illustrative }) => illustrative);
    case 'patients':
    case 'organisations':
    case 'official':
      return false;
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
