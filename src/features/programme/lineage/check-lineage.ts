import { unknownReference } from '../checks/check-ids.ts';
import type { AtPath, PackPath, PackProblem } from '../pack-fault.ts';
import type { SoundPack, WrittenInstrument, WrittenQuestion, WrittenScale } from '../sound-pack.ts';
import { areSameLevels, isSameScale } from './lineage.ts';

/** What an instrument says about the one that it follows, and each of its questions about those it came from. */
export function checkLineage(pack: SoundPack): PackProblem[] {
  return pack.instruments.items.flatMap((instrument) =>
    instrument.value.follows === null
      ? questionsOf(pack, instrument.value).flatMap((question) => checkUnfollowed(instrument.value, question))
      : checkFollowed(pack, instrument, instrument.value.follows),
  );
}

function checkUnfollowed(instrument: WrittenInstrument, { value, path }: AtPath<WrittenQuestion>): PackProblem[] {
  const message = `the instrument "${instrument.id}" follows none, so "${value.id}" comes from no question`;
  return value.lineage === null ? [] : [{ path: [...path, 'lineage'], message }];
}

function checkFollowed(
  pack: SoundPack,
  { value: instrument, path }: AtPath<WrittenInstrument>,
  follows: NonNullable<WrittenInstrument['follows']>,
): PackProblem[] {
  const place = [...path, 'follows', 'instrument'];
  const unknown = unknownReference(follows.instrument, pack.instruments.ids, 'instrument', place);
  if (unknown.length > 0) {
    return unknown;
  }
  if (followsItself(pack, instrument)) {
    return [{ path: place, message: `the instrument "${instrument.id}" follows itself` }];
  }
  const earlier = pack.instruments.items.find(({ value }) => value.id === follows.instrument)?.value;
  // What the earlier one asks is not known while part of it is faulty.
  return earlier === undefined || !pack.themes.allSound
    ? []
    : [
        ...questionsOf(pack, instrument).flatMap((question) => checkQuestion(pack, { instrument, earlier }, question)),
        ...checkClaims(pack, instrument),
        ...checkDropped(pack, { instrument, earlier }, [...path, 'follows']),
      ];
}

function followsItself(pack: SoundPack, instrument: WrittenInstrument): boolean {
  const seen = new Set<string>();
  for (let at: WrittenInstrument | undefined = instrument; at !== undefined; at = followedBy(pack, at)) {
    if (seen.has(at.id)) {
      return true;
    }
    seen.add(at.id);
  }
  return false;
}

function followedBy(pack: SoundPack, { follows }: WrittenInstrument): WrittenInstrument | undefined {
  return pack.instruments.items.find(({ value }) => value.id === follows?.instrument)?.value;
}

interface Step {
  readonly instrument: WrittenInstrument;
  readonly earlier: WrittenInstrument;
}

function checkQuestion(pack: SoundPack, step: Step, { value: question, path }: AtPath<WrittenQuestion>): PackProblem[] {
  const { lineage } = question;
  if (lineage === null) {
    return [];
  }
  const { instrument, earlier } = step;
  const sources = new Map(questionsOf(pack, earlier).map(({ value }) => [value.id, value]));
  const place = [...path, 'lineage'];
  const unknown = lineage.from.flatMap((id, index) => [
    ...unknownReference(id, new Set(sources.keys()), `question in the instrument "${earlier.id}"`, [
      ...place,
      'from',
      index,
    ]),
    ...(lineage.from.indexOf(id) === index
      ? []
      : [{ path: [...place, 'from', index], message: `"${id}" is named twice` }]),
  ]);
  const [first] = lineage.from;
  const source = sources.get(first ?? '');
  const settings = checkSettings(pack, question, source, [...place, 'comparable']);
  if (unknown.length > 0 || source === undefined || (lineage.kind !== 'same' && !lineage.isComparable)) {
    return [...unknown, ...settings];
  }
  const claim = lineage.kind === 'same' ? 'the same as' : 'comparable with';
  if (lineage.from.length > 1) {
    return [{ path: place, message: `"${question.id}" can be ${claim} one question only` }];
  }
  const fault =
    scaleFault(scaleOf(instrument, question), scaleOf(earlier, source)) ??
    (areSameLevels(question.levels, source.levels) ? null : 'its levels ask for something else');
  return [
    ...settings,
    ...(fault === null
      ? []
      : [{ path: place, message: `"${question.id}" is ${claim} "${source.id}" of "${earlier.id}", but ${fault}` }]),
  ];
}

/** The care settings in which a question is said to be comparable: those that are put both it and what it came from. */
function checkSettings(
  { careSettings }: SoundPack,
  question: WrittenQuestion,
  source: WrittenQuestion | undefined,
  path: PackPath,
): PackProblem[] {
  const comparableIn = question.lineage?.comparableIn ?? [];
  return comparableIn.flatMap((setting, index) => {
    const place = [...path, index];
    const unknown = unknownReference(setting, careSettings.ids, 'care setting', place);
    if (unknown.length > 0 || comparableIn.indexOf(setting) !== index) {
      return unknown.length > 0 ? unknown : [{ path: place, message: `"${setting}" is named twice` }];
    }
    const unasked = [question, source].find((each) => each !== undefined && !isPut(each, setting));
    return unasked === undefined
      ? []
      : [{ path: place, message: `"${unasked.id}" is not put to "${setting}", so nothing is compared there` }];
  });
}

function isPut({ careSettings }: WrittenQuestion, setting: string): boolean {
  return careSettings.length === 0 || careSettings.includes(setting);
}

function scaleFault(now: WrittenScale | undefined, before: WrittenScale | undefined): string | null {
  if (now === undefined || before === undefined || isSameScale(now, before)) {
    return null;
  }
  const ids = ({ options }: WrittenScale) => JSON.stringify(options.map(({ id }) => id));
  return ids(now) === ids(before) ? 'its answers score otherwise' : 'it is answered on another scale';
}

/** Several questions may come from one only where each asks for a part of it, or where no care setting is put two of them. */
function checkClaims(pack: SoundPack, instrument: WrittenInstrument): PackProblem[] {
  const claims = questionsOf(pack, instrument).flatMap(({ value, path }) =>
    (value.lineage?.from ?? []).map((from, index) => ({ from, index, question: value, path })),
  );
  return claims.flatMap(({ from, index, question, path }, at) => {
    const other = claims.slice(0, at).find((earlier) => earlier.from === from && clash(earlier.question, question));
    return other === undefined
      ? []
      : [
          {
            path: [...path, 'lineage', 'from', index],
            message: `"${from}" is claimed twice: by "${other.question.id}" and "${question.id}"`,
          },
        ];
  });
}

function clash(one: WrittenQuestion, other: WrittenQuestion): boolean {
  const isPart = ({ lineage }: WrittenQuestion) => lineage?.kind === 'narrower' && !lineage.isComparable;
  const areMet =
    one.careSettings.length === 0 ||
    other.careSettings.length === 0 ||
    one.careSettings.some((setting) => other.careSettings.includes(setting));
  return one !== other && areMet && !(isPart(one) && isPart(other));
}

/** What is asked no more is said, so that no question is forgotten. */
function checkDropped(pack: SoundPack, { instrument, earlier }: Step, path: PackPath): PackProblem[] {
  const drops = instrument.follows?.drops ?? [];
  const known = questionsOf(pack, earlier).map(({ value }) => value.id);
  const taken = new Set(questionsOf(pack, instrument).flatMap(({ value }) => value.lineage?.from ?? []));
  const forgotten = known.filter((id) => !taken.has(id) && !drops.includes(id));
  return [
    ...drops.flatMap((id, index) => {
      const place = [...path, 'drops', index];
      return taken.has(id)
        ? [{ path: place, message: `"${id}" is not dropped: a question comes from it` }]
        : unknownReference(id, new Set(known), `question in the instrument "${earlier.id}"`, place);
    }),
    ...(forgotten.length === 0
      ? []
      : [
          {
            path: [...path, 'drops'],
            message: `must name ${forgotten.join(', ')} of "${earlier.id}", from which no question comes`,
          },
        ]),
  ];
}

function scaleOf(instrument: WrittenInstrument, question: WrittenQuestion): WrittenScale | undefined {
  return instrument.scales.find(({ id }) => id === question.scale);
}

function questionsOf(pack: SoundPack, { id }: WrittenInstrument): AtPath<WrittenQuestion>[] {
  return pack.themes.items
    .filter(({ value }) => value.instrument === id)
    .flatMap(({ value, path }) =>
      value.sections.flatMap((section, at) =>
        section.questions.map((question, index) => ({
          value: question,
          path: [...path, 'sections', at, 'questions', index],
        })),
      ),
    );
}
