import { checkLineage } from '../lineage/check-lineage.ts';
import type { AtPath, PackPath, PackProblem } from '../pack-fault.ts';
import type {
  SoundPack,
  WrittenInstrument,
  WrittenQuestion,
  WrittenScale,
  WrittenSection,
  WrittenTheme,
} from '../sound-pack.ts';
import { checkAnsweredOnce, checkLeftToSetting, checkSharedInGroup } from './check-answered-for.ts';
import { checkConditions } from './check-conditions.ts';
import { duplicateIds, unknownReference } from './check-ids.ts';
import { checkLevels } from './check-levels.ts';

interface SectionAtPath {
  readonly section: WrittenSection;
  readonly path: PackPath;
}

/** What must hold inside each instrument: ids, scales, levels, themes and the questions put to each care setting. */
export function checkInstruments(pack: SoundPack): PackProblem[] {
  return [
    ...pack.instruments.items.flatMap((instrument) => checkInstrument(pack, instrument)),
    ...pack.themes.items.flatMap(({ value, path }) =>
      unknownReference(value.instrument, pack.instruments.ids, 'instrument', [...path, 'instrument']),
    ),
    ...checkLineage(pack),
  ];
}

function checkInstrument(pack: SoundPack, instrument: AtPath<WrittenInstrument>): PackProblem[] {
  const themes = themesOf(pack, instrument.value);
  const scales = new Map(instrument.value.scales.map((scale) => [scale.id, scale]));
  const sections = themes.flatMap(({ value, path }) =>
    value.sections.map((section, index) => ({ section, path: [...path, 'sections', index] })),
  );
  return [
    ...checkThemeOrder(pack, instrument, themes),
    ...checkAnsweredOnce(instrument.value, themes),
    ...checkSharedInGroup(themes),
    ...(isWholly(pack, instrument.value) ? checkLeftToSetting(pack.careSettings.ids, instrument, themes) : []),
    ...checkUniqueness(instrument, themes, sections),
    ...instrument.value.scales.flatMap((scale, index) =>
      checkScale(scale, [...instrument.path, 'scales', index], instrument.value.scoring.scale),
    ),
    ...checkGates(instrument, themes, sections),
    ...sections.flatMap(({ section, path }) => checkSection(section, path, scales, pack.careSettings.ids)),
    ...checkLevels(scales, questionsIn(sections)),
    ...checkConditions(scales, questionsIn(sections), assessedSettings(pack, instrument.value)),
    ...checkCoverage(pack, instrument, scales, sections),
  ];
}

/** In the order of the instrument, whatever that of their files; those that it does not list come first. */
function themesOf(pack: SoundPack, { id, themes }: WrittenInstrument): AtPath<WrittenTheme>[] {
  return pack.themes.items
    .filter(({ value }) => value.instrument === id)
    .toSorted((one, other) => themes.indexOf(one.value.id) - themes.indexOf(other.value.id));
}

/** The instrument's list of themes and the themes written for it must be the same. */
function checkThemeOrder(
  pack: SoundPack,
  { value: instrument, path }: AtPath<WrittenInstrument>,
  themes: readonly AtPath<WrittenTheme>[],
): PackProblem[] {
  const written = new Set(themes.map(({ value }) => value.id));
  const listed = new Set(instrument.themes);
  const unwritten = instrument.themes.flatMap((id, index) => {
    const place = [...path, 'themes', index];
    if (instrument.themes.indexOf(id) !== index) {
      return [{ path: place, message: `the theme "${id}" is listed twice` }];
    }
    return pack.themes.allSound ? unknownReference(id, written, 'theme', place) : [];
  });
  const unlisted = themes
    .filter(({ value }) => !listed.has(value.id))
    .map((theme) => ({
      path: [...theme.path, 'id'],
      message: `the instrument "${instrument.id}" does not list the theme "${theme.value.id}"`,
    }));
  return [...unwritten, ...unlisted];
}

function checkUniqueness(
  instrument: AtPath<WrittenInstrument>,
  themes: readonly AtPath<WrittenTheme>[],
  sections: readonly SectionAtPath[],
): PackProblem[] {
  const numbers = new Set<number>();
  return [
    ...duplicateIds(themes.map(({ value, path }) => ({ id: value.id, path }))),
    ...duplicateIds(
      instrument.value.scales.map(({ id }, index) => ({ id, path: [...instrument.path, 'scales', index] })),
    ),
    ...duplicateIds(sections.map(({ section, path }) => ({ id: section.id, path }))),
    ...duplicateIds(questionsIn(sections).map(({ value, path }) => ({ id: value.id, path }))),
    ...sections.flatMap(({ section, path }) => {
      if (!numbers.has(section.number)) {
        numbers.add(section.number);
        return [];
      }
      return [{ path: [...path, 'number'], message: `the section number ${section.number} is used twice` }];
    }),
  ];
}

function checkScale(
  scale: WrittenScale,
  path: PackPath,
  { least, most }: WrittenInstrument['scoring']['scale'],
): PackProblem[] {
  const problems = duplicateIds(scale.options.map(({ id }, index) => ({ id, path: [...path, 'options', index] })));
  if (!scale.scored) {
    return problems;
  }
  if (scale.options.length < 2) {
    problems.push({ path: [...path, 'options'], message: `the scored scale "${scale.id}" needs at least two options` });
  }
  scale.options.forEach((option, index) => {
    if (option.score < least || option.score > most) {
      problems.push({
        path: [...path, 'options', index, 'score'],
        message: `the score of "${option.id}" is not from ${least} to ${most}, as the scores of this instrument are`,
      });
    }
    if (option.score <= (scale.options[index - 1]?.score ?? -1)) {
      problems.push({
        path: [...path, 'options', index, 'score'],
        message: `the score of "${option.id}" is not higher than the one before it`,
      });
    }
  });
  return problems;
}

/** A gate names a scored question and what that question's answer holds down. */
function checkGates(
  { value: instrument, path }: AtPath<WrittenInstrument>,
  themes: readonly AtPath<WrittenTheme>[],
  sections: readonly SectionAtPath[],
): PackProblem[] {
  const scales = new Map(instrument.scales.map(({ id, scored }) => [id, scored]));
  const questions = sections.flatMap(({ section }) => section.questions);
  const scored = new Set(questions.filter(({ scale }) => scales.get(scale) === true).map(({ id }) => id));
  const held = new Set([
    'overall',
    ...themes.map(({ value }) => value.id),
    ...sections.map(({ section }) => section.id),
  ]);
  return instrument.scoring.gates.flatMap((gate, index) => {
    const place = [...path, 'scoring', 'gates', index];
    return [
      ...unknownReference(gate.question, scored, 'scored question', [...place, 'question']),
      ...unknownReference(gate.holds, held, 'section or theme', [...place, 'holds']),
    ];
  });
}

/** A section without any scored question could give nobody a score. For some care settings it may have none, and is left out there. */
function checkSection(
  section: WrittenSection,
  path: PackPath,
  scales: ReadonlyMap<string, WrittenScale>,
  careSettings: ReadonlySet<string>,
): PackProblem[] {
  const references = section.questions.flatMap((question, index) => {
    const place = [...path, 'questions', index];
    return [
      ...unknownReference(question.scale, new Set(scales.keys()), 'scale', [...place, 'scale']),
      ...question.careSettings.flatMap((setting, position) =>
        unknownReference(setting, careSettings, 'care setting', [...place, 'careSettings', position]),
      ),
    ];
  });
  const isScored = section.questions.some((question) => mayScore(question, scales));
  return isScored
    ? references
    : [...references, { path, message: `the section "${section.id}" has no scored question` }];
}

/** Whoever is asked in a round must be able to answer something that counts, whatever else is answered. */
function checkCoverage(
  pack: SoundPack,
  { value: instrument, path }: AtPath<WrittenInstrument>,
  scales: ReadonlyMap<string, WrittenScale>,
  sections: readonly SectionAtPath[],
): PackProblem[] {
  const isInUse = pack.rounds.items.some(({ value }) => value.instrument === instrument.id);
  if (!isInUse || !isWholly(pack, instrument)) {
    return [];
  }
  const scored = questionsIn(sections).filter(({ value }) => value.when === null && mayScore(value, scales));
  const unasked = [...assessedSettings(pack, instrument)].filter(
    (setting) =>
      pack.careSettings.ids.has(setting) &&
      !scored.some(({ value }) => value.careSettings.length === 0 || value.careSettings.includes(setting)),
  );
  return unasked.map((setting) => ({
    path,
    message: `the instrument "${instrument.id}" has no scored question that is always asked for the care setting "${setting}"`,
  }));
}

function assessedSettings(pack: SoundPack, { returns }: Pick<WrittenInstrument, 'returns'>): ReadonlySet<string> {
  return new Set(
    pack.organisationTypes.items.flatMap(({ value }) => [
      ...(value.careSetting === null ? [] : [value.careSetting]),
      ...(returns === 'per-setting' ? value.furtherCareSettings : []),
    ]),
  );
}

/** False where themes are missing or faulty, which is a fault of its own. */
function isWholly(pack: SoundPack, instrument: WrittenInstrument): boolean {
  const written = new Set(
    pack.themes.items.filter(({ value }) => value.instrument === instrument.id).map(({ value }) => value.id),
  );
  return pack.themes.allSound && instrument.themes.every((id) => written.has(id));
}

/** A scale that is not there is a fault of its own. */
function mayScore({ scale }: WrittenQuestion, scales: ReadonlyMap<string, WrittenScale>): boolean {
  return scales.get(scale)?.scored !== false;
}

function questionsIn(sections: readonly SectionAtPath[]): AtPath<WrittenQuestion>[] {
  return sections.flatMap(({ section, path }) =>
    section.questions.map((value, index) => ({ value, path: [...path, 'questions', index] })),
  );
}
