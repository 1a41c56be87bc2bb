import { expect, it } from 'vitest';
import { instrumentWrittenAs } from './as-written.ts';
import { parseProgrammePack } from './parse-programme-pack.ts';
import { SMALL_PACK, smallPackWith } from './small-pack.fixture.ts';

function readPack(files = SMALL_PACK) {
  const parsed = parseProgrammePack(files);
  if (parsed.kind !== 'ok') {
    throw new Error('The pack is faulty');
  }
  return parsed.pack;
}

const digestOf = (files = SMALL_PACK) => readPack(files).instrumentsAsWritten.map(({ digest }) => digest);

it('is read back as the instrument of the pack, after a way through JSON', () => {
  const { instruments, instrumentsAsWritten } = readPack();
  const [written] = instrumentsAsWritten;
  expect(written).toMatchObject({ id: 'maturity', version: '1' });
  expect(instrumentWrittenAs(JSON.parse(JSON.stringify(written?.content)))).toEqual(instruments[0]);
});

it('says nothing that the pack leaves unsaid, so that a later version of the service finds the same', () => {
  expect(JSON.stringify(readPack().instrumentsAsWritten)).not.toContain('notApplicable');
});

it.each([
  ['the text of a question', 'We keep notes.', 'We keep good notes.'],
  ['guidance', 'help: Say.', 'help: Say it.'],
  ['a score', 'score: 100', 'score: 90'],
  ['a label', "label: 'Yes'", "label: 'Yes!'"],
  ['how it scores', 'theme: mean-of-sections', 'theme: mean-of-answers'],
  ['what is signed', 'declaration: I agree.', 'declaration: I know.'],
  ['a weight', 'help: Count., scale: agreement, standing', 'help: Count., scale: agreement, weight: 2, standing'],
  [
    'what a question hangs on',
    'help: Say., scale: note, standing',
    'help: Say., scale: note, when: { question: R1, is: [yes] }, standing',
  ],
])('has another digest with %s changed', (_what, from, to) => {
  expect(digestOf(smallPackWith(from, to))).not.toEqual(digestOf());
});

it.each([
  [
    'how a question is known',
    'help: Say., scale: note, standing: inferred',
    'help: Say., scale: note, standing: stated',
  ],
  ['what is said about it', 'provenance: Made up.', 'provenance: Made up by us.'],
  ['a comment', 'themes: [use]\n', 'themes: [use] # one\n'],
  ['another instrument’s words', 'title: Small programme', 'title: Another programme'],
])('has the same digest with %s changed', (_what, from, to) => {
  expect(digestOf(smallPackWith(from, to))).toEqual(digestOf());
});
