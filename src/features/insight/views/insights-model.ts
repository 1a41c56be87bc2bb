import { rounded } from '../../../platform/rounding.ts';
import type { PlotScale } from '../../../views/charts/index.ts';
import { countOf, listInWords } from '../../../views/format.ts';
import {
  type AssessedWords,
  deadlineInWords,
  dueOnFor,
  type ProgrammePack,
  type Round,
  runningRounds,
  type ScoreScale,
} from '../../programme/index.ts';
import { findNationalFindings } from '../find-national-findings.ts';
import type { NationalChange } from '../load-national-change.ts';
import type { NationalPicture } from '../load-national-picture.ts';
import {
  type AssessedProvider,
  bandsOf,
  coverageBy,
  coverageOf,
  filterProviders,
  type Group,
  missingFrom,
  overallMeasure,
  sectionMeasure,
  spreadOf,
  spreadsBy,
  themeMeasure,
} from '../national-statistics.ts';
import { type InsightQuery, scoreChoices } from '../parse-insight-query.ts';
import { dueUnrecorded } from '../unrecorded.ts';
import type { ChangeModel } from './change-section.tsx';
import type { ExploreModel } from './explore-section.tsx';
import type { AssessmentModel } from './insights-page.tsx';

const careSettingOf = (provider: AssessedProvider) => provider.careSetting;
const regionOf = (provider: AssessedProvider) => provider.regionCode;

/**
 * Everything the national page prints of a round of assessment.
 *
 * @param recordedOn the day up to which assessments are counted
 */
export function assessmentModel(
  pack: ProgrammePack,
  { picture, change }: { readonly picture: NationalPicture; readonly change: NationalChange | null },
  query: InsightQuery,
  recordedOn: string,
): AssessmentModel {
  const { providers, careSettings, regions } = picture;
  const types = pack.organisationTypes
    .filter((type) => type.assessed)
    .map(({ labelPlural }) => labelPlural.toLowerCase());
  const all = coverageOf({ id: 'all', label: `All ${pack.assessed.many}` }, providers);
  return {
    roundLabel: picture.round.label,
    running: runningInWords(pack, picture.round, recordedOn),
    dueUnrecorded: dueUnrecorded(picture.round, all.submitted, recordedOn),
    asked: listInWords(types),
    words: pack.assessed,
    scoringMethod: picture.scoringMethod,
    scale: plotOf(picture.scale),
    provenance: picture.provenance,
    latestSubmission: picture.latestSubmission,
    coverage: {
      all,
      byCareSetting: coverageBy(careSettings, providers, careSettingOf),
      byRegion: coverageBy(regions, providers, regionOf),
    },
    findings: findNationalFindings({ ...picture, words: pack.assessed }),
    change: change === null ? null : changeModel(change, runningRounds(pack, recordedOn), pack.assessed),
    explore: exploreModel(picture, query, pack.assessed),
  };
}

/**
 * While the later round runs there is the overall change alone, which everybody's own page has as well: from one day to the next it could be
 * told of a section what the one who has just submitted answered.
 */
function changeModel(
  { earlier, later, parts, commonFrom, commonTo, asked }: NationalChange,
  running: readonly Round[],
  { one, many }: AssessedWords,
): ChangeModel {
  const [overall] = parts;
  const isRunning = running.some(({ id }) => id === later.id);
  const common =
    commonFrom === commonTo ? countOf(commonTo, 'question') : `${commonFrom} to ${countOf(commonTo, 'question')}`;
  return {
    earlier: earlier.label,
    later: later.label,
    basis: [
      isRunning
        ? `${later.label} is under way. So far ${overall?.n ?? 0} of the ${countOf(asked, one, many)} asked have submitted in it and in ${earlier.label}.`
        : `${countOf(overall?.n ?? 0, one, many)} submitted in ${earlier.label} and in ${later.label}.`,
      `Each is compared with itself on the ${common} that both rounds asked it and that it answered with a score in both.`,
      'These scores are not those published of either round, which rest on all of its questions.',
      ...(isRunning ? ['Themes and sections come here once the deadline has passed.'] : []),
    ].join(' '),
    who: many,
    rows: isRunning ? parts.slice(0, 1) : parts,
  };
}

/** How scores are drawn and printed. */
function plotOf({ least, most, decimals }: ScoreScale): PlotScale {
  return { least, most, format: (score) => rounded(score, decimals).toFixed(decimals) };
}

/** The rounds of assessment that run while the figures are of an earlier one, or of one that still runs. */
function runningInWords(pack: ProgrammePack, shown: Round, today: string): string[] {
  return runningRounds(pack, today)
    .filter(({ kind }) => kind === 'assessment')
    .map((round) => {
      const until = deadlineInWords(dueOnFor(round), today);
      return round.id === shown.id
        ? `This round is under way: ${pack.assessed.many} can answer until ${until}.`
        : `“${round.label}” is under way, until ${until}. Its full results come here once its deadline has passed.`;
    });
}

function exploreModel(picture: NationalPicture, query: InsightQuery, words: AssessedWords): ExploreModel {
  const { careSettings, regions, themes } = picture;
  const shown = filterProviders(picture.providers, query);
  const choices = scoreChoices(picture);
  const chosen = choices.find(({ value }) => value === query.score) ?? choices[0];
  const measure = chosen?.measure ?? overallMeasure;
  return {
    query,
    careSettings: careSettings.map(toChoice),
    regions: regions.map(toChoice),
    scores: choices.map(({ value, label }) => ({ value, label })),
    scoreLabel: chosen?.label ?? '',
    words,
    who: whoInWords(picture, query, words),
    expected: shown.length,
    isPerSetting: picture.isPerSetting,
    missing: missingFrom(measure, shown),
    bands: bandsOf(shown, measure, picture.scale),
    byCareSetting: query.careSetting === '' ? spreadsBy(careSettings, shown, careSettingOf, measure) : null,
    byRegion: query.region === '' ? spreadsBy(regions, shown, regionOf, measure) : null,
    themes: themes.map(({ id, label, sections }) => ({
      id,
      label,
      rows: [
        spreadOf({ id, label: sections.length > 1 ? `${label}, whole theme` : label }, shown, themeMeasure(id)),
        // A theme of one section has that section's scores.
        ...(sections.length > 1 ? sections.map((section) => spreadOf(section, shown, sectionMeasure(section.id))) : []),
      ],
    })),
  };
}

/** `all providers`, `acute and specialist hospitals in London`. */
function whoInWords({ careSettings, regions }: NationalPicture, query: InsightQuery, { many }: AssessedWords): string {
  const setting = careSettings.find(({ id }) => id === query.careSetting)?.label.toLowerCase() ?? `all ${many}`;
  const region = regions.find(({ id }) => id === query.region)?.label;
  return region === undefined ? setting : `${setting} in ${region}`;
}

function toChoice({ id, label }: Group) {
  return { value: id, label };
}
