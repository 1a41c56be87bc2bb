import { duplicateIds, unknownReference } from './check-ids.ts';
import type { Located, PackPath, PackProblem } from './pack-fault.ts';
import type { SoundPack, WrittenInstrument, WrittenTheme } from './sound-pack.ts';

type WrittenScale = WrittenInstrument['scales'][number];
type WrittenSection = WrittenTheme['sections'][number];

/** What must hold inside each instrument: ids, scales, themes and the questions put to each care setting. */
export function checkInstruments(pack: SoundPack): PackProblem[] {
  return [
    ...pack.instruments.items.flatMap((instrument) => checkInstrument(pack, instrument)),
    ...pack.themes.items.flatMap(({ value, path }) =>
      unknownReference(value.instrument, pack.instruments.ids, 'instrument', [...path, 'instrument']),
    ),
  ];
}

function checkInstrument(pack: SoundPack, instrument: Located<WrittenInstrument>): PackProblem[] {
  const themes = pack.themes.items.filter(({ value }) => value.instrument === instrument.value.id);
  const scales = new Map(instrument.value.scales.map((scale) => [scale.id, scale]));
  const sections = themes.flatMap(({ value, path }) =>
    value.sections.map((section, index) => ({ section, path: [...path, 'sections', index] })),
  );
  return [
    ...checkThemeOrder(pack, instrument, themes),
    ...checkUniqueness(instrument, themes, sections),
    ...instrument.value.scales.flatMap((scale, index) =>
      checkScale(scale, [...instrument.path, 'scales', index], instrument.value.scoring.scale),
    ),
    ...checkGates(instrument, themes, sections),
    ...sections.flatMap(({ section, path }) => checkSection(section, path, scales, pack.careSettings.ids)),
  ];
}

/** The instrument's list of themes and the themes written for it must be the same. */
function checkThemeOrder(
  pack: SoundPack,
  { value: instrument, path }: Located<WrittenInstrument>,
  themes: readonly Located<WrittenTheme>[],
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
  instrument: Located<WrittenInstrument>,
  themes: readonly Located<WrittenTheme>[],
  sections: readonly { readonly section: WrittenSection; readonly path: PackPath }[],
): PackProblem[] {
  const numbers = new Set<number>();
  return [
    ...duplicateIds(themes.map(({ value, path }) => ({ id: value.id, path }))),
    ...duplicateIds(
      instrument.value.scales.map(({ id }, index) => ({ id, path: [...instrument.path, 'scales', index] })),
    ),
    ...duplicateIds(sections.map(({ section, path }) => ({ id: section.id, path }))),
    ...duplicateIds(
      sections.flatMap(({ section, path }) =>
        section.questions.map(({ id }, index) => ({ id, path: [...path, 'questions', index] })),
      ),
    ),
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
  { value: instrument, path }: Located<WrittenInstrument>,
  themes: readonly Located<WrittenTheme>[],
  sections: readonly { readonly section: WrittenSection }[],
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

/** A section without a scored question for some care setting could give its organisations no score. */
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
  const scored = section.questions.filter((question) => scales.get(question.scale)?.scored !== false);
  const uncovered = [...careSettings].filter(
    (setting) => !scored.some(({ careSettings: only }) => only.length === 0 || only.includes(setting)),
  );
  return [
    ...references,
    ...uncovered.map((setting) => ({
      path,
      message: `the section "${section.id}" has no scored question for the care setting "${setting}"`,
    })),
  ];
}
