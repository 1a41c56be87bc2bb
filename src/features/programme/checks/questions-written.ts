import type { SoundPack, WrittenQuestion, WrittenScale } from '../sound-pack.ts';

/** The questions and scales of an instrument by their ids; null of one that is faulty or not there, of which it is not known what it asks. */
export function questionsWritten(
  pack: SoundPack,
  id: string,
): {
  readonly questions: ReadonlyMap<string, WrittenQuestion>;
  readonly scales: ReadonlyMap<string, WrittenScale>;
} | null {
  const instrument = pack.instruments.items.find(({ value }) => value.id === id)?.value;
  if (instrument === undefined || !pack.themes.allSound) {
    return null;
  }
  const questions = pack.themes.items
    .filter(({ value }) => value.instrument === id)
    .flatMap(({ value }) => value.sections.flatMap((section) => section.questions));
  return {
    questions: new Map(questions.map((each) => [each.id, each])),
    scales: new Map(instrument.scales.map((scale) => [scale.id, scale])),
  };
}
