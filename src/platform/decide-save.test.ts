import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideSave, type Revision } from './decide-save.ts';

const isSame = (a: string, b: string) => a === b;
const at = (revision: number, content: string): Revision<string> => ({ revision, content });

it('stores what is typed over nothing, and over what its writer has seen', () => {
  expect(decideSave({ typed: at(0, 'Mine'), stored: null }, isSame)).toEqual({ kind: 'saved', revision: 1 });
  expect(decideSave({ typed: at(3, 'Mine'), stored: at(3, 'Old') }, isSame)).toEqual({ kind: 'saved', revision: 4 });
});

it('stores nothing where the same words are stored already, whoever wrote them', () => {
  expect(decideSave({ typed: at(3, 'Same'), stored: at(3, 'Same') }, isSame).kind).toBe('unchanged');
  expect(decideSave({ typed: at(1, 'Same'), stored: at(3, 'Same') }, isSame).kind).toBe('unchanged');
});

it('leaves what somebody else wrote where the writer changed nothing', () => {
  const save = { typed: at(1, 'Old'), stored: at(2, 'Theirs'), shown: 'Old' };
  expect(decideSave(save, isSame).kind).toBe('unchanged');
});

it('asks where two people changed the same thing, or where the page is unknown', () => {
  const typed = at(1, 'Mine');
  expect(decideSave({ typed, stored: at(2, 'Theirs'), shown: 'Old' }, isSame).kind).toBe('conflict');
  expect(decideSave({ typed, stored: at(2, 'Theirs') }, isSame)).toEqual({ kind: 'conflict', saved: at(2, 'Theirs') });
  expect(decideSave({ typed: at(9, 'Mine'), stored: at(2, 'Theirs') }, isSame).kind).toBe('conflict');
});

/** Whoever saves has the page of some revision before them and sends it back with these words. */
const saves = fc.array(fc.record({ back: fc.nat(3), words: fc.constantFrom('', 'a', 'b', 'c') }), { maxLength: 12 });

it('loses nobody’s words: what is replaced was on the page of whoever replaced it', () => {
  fc.assert(
    fc.property(saves, (attempts) => {
      const history: Revision<string>[] = [];
      for (const { back, words } of attempts) {
        const revision = Math.max(0, history.length - back);
        const stored = history.at(-1) ?? null;
        const shown = history[revision - 1]?.content;
        const decision = decideSave({ typed: at(revision, words), stored, shown }, isSame);
        if (decision.kind === 'saved') {
          expect(revision).toBe(history.length);
          expect(decision.revision).toBe(history.length + 1);
          history.push(at(decision.revision, words));
        } else if (decision.kind === 'unchanged') {
          // What was typed stands, or stood on the page that was sent back.
          expect([stored?.content, shown]).toContain(words);
        }
      }
    }),
  );
});
