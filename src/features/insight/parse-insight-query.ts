import { type PostedForm, textOf } from '../../platform/forms/posted-form.ts';
import { type Group, type Measure, overallMeasure, sectionMeasure, themeMeasure } from './national-statistics.ts';

/** What a reader has chosen to explore; everything is in the address, so that a view can be sent to somebody. */
export interface InsightQuery {
  /** Empty for all. */
  readonly careSetting: string;
  /** Region code; empty for all. */
  readonly region: string;
  /** `overall`, `theme:<id>` or `section:<id>`. */
  readonly score: string;
}

export interface ScoreChoice {
  readonly value: string;
  readonly label: string;
  readonly measure: Measure;
}

interface Known {
  readonly themes: readonly Group[];
  readonly sections: readonly Group[];
  readonly careSettings: readonly Group[];
  readonly regions: readonly Group[];
}

/** Every score that can be explored: overall, the themes, then the sections. A theme of one section stands for it. */
export function scoreChoices({ themes, sections }: Pick<Known, 'themes' | 'sections'>): ScoreChoice[] {
  const themeLabels = new Set(themes.map(({ label }) => label));
  return [
    { value: 'overall', label: 'Overall score', measure: overallMeasure },
    ...themes.map(({ id, label }) => ({ value: `theme:${id}`, label: `Theme: ${label}`, measure: themeMeasure(id) })),
    ...sections
      .filter(({ label }) => !themeLabels.has(label))
      .map(({ id, label }) => ({ value: `section:${id}`, label, measure: sectionMeasure(id) })),
  ];
}

/** Reads the address; whatever the programme does not have counts as not chosen. */
export function parseInsightQuery(query: PostedForm, known: Known): InsightQuery {
  const choose = (field: string, values: readonly string[], otherwise: string) => {
    const wanted = textOf(query, field);
    return values.includes(wanted) ? wanted : otherwise;
  };
  const ids = (groups: readonly Group[]) => groups.map(({ id }) => id);
  return {
    careSetting: choose('care-setting', ids(known.careSettings), ''),
    region: choose('region', ids(known.regions), ''),
    score: choose(
      'score',
      scoreChoices(known).map(({ value }) => value),
      'overall',
    ),
  };
}
