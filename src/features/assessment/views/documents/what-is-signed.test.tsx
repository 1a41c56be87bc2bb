import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { heardOf } from '../../../../../test/database/page-words.ts';
import { getRound } from '../../../programme/index.ts';
import { freezeReturn } from '../../../return-documents/freeze-return.ts';
import { returnDigest } from '../../../return-documents/frozen-return.ts';
import { arbitraryCompleteAnswers } from '../../../scoring/testing/arbitraries.ts';
import { levelledInstrument } from '../../../scoring/testing/levelled-instrument.ts';
import type { AssessedOrganisation } from '../../require-assessed-organisation.ts';
import { aFreezeReturn } from '../../testing/a-freeze-return.ts';
import { realPack, roundId } from '../../testing/real-instrument.ts';
import { AuthorisePage } from '../signing/authorise-page.tsx';
import { authoriseView } from '../signing/authorise-view.ts';

const instrument = { ...levelledInstrument(), asksDesiredLevels: true };

/** Names of things by which a program finds them: the page says in words what they stand for. */
const names = new Set(
  'schema id digest salt visibility kind sectionId themeId optionId met desired from frozenAt title'.split(' '),
);

/** Every text in a document, whatever it is called there. A field that is added counts until the page shows it. */
function textsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    return names.has(key) ? [] : [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item) => textsIn(item, key));
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, held]) => textsIn(held, name))
    : [];
}

const asOneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

it('shows all that is signed: every letter of the document is on the page', async () => {
  const pack = await realPack();
  const note = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('<b>&amp;</b>', 'First\n\nsecond', '“10 > 9”'),
  );
  const answers = arbitraryCompleteAnswers(instrument, 'acute').chain((given) =>
    fc.tuple(...given.map((answer) => note.map((comment) => ({ ...answer, comment, desired: null, revision: 1 })))),
  );
  fc.assert(
    fc.property(answers, note, (said, by) => {
      const giver = { code: 'RX9', name: 'Southvale Hospitals', sectionIds: ['leadership'] };
      const document = freezeReturn(
        aFreezeReturn({ instrument, answers: said, giver, asked: { at: new Date('2015-12-03T14:05:00Z'), by } }),
      );
      const frozen = { document, digest: returnDigest(document), look: null, change: null, unfinished: [] };
      const view = authoriseView(pack, beforeIt(getRound(pack, roundId)), frozen, []);
      const markup = renderToStaticMarkup(
        <AuthorisePage view={view} notes={null} queries={null} staff={[]} typedDay="" errors={[]} />,
      );
      const page = asOneLine(heardOf(markup));
      for (const text of [...textsIn(document), document.programme.title, document.instrument.title]) {
        expect(page).toContain(asOneLine(text));
      }
      expect(markup).toContain(`value="${frozen.digest}"`);
    }),
    { numRuns: 25 },
  );
});

function beforeIt(round: AssessedOrganisation['round']): AssessedOrganisation {
  const grant = {
    role: 'executive',
    scopeKind: 'organisation',
    scopeId: 'RX1',
    scopeName: 'Northvale Hospitals',
  } as const;
  return {
    organisation: {} as AssessedOrganisation['organisation'],
    addressKey: 'RX1',
    round,
    isRoundOpen: true,
    isCorrected: false,
    takesAnswers: true,
    results: { isPublic: true, on: null },
    dueOn: round.dueOn,
    instrument,
    digest: null,
    assessment: null,
    state: 'awaiting-authorisation',
    careSetting: 'acute',
    settings: ['acute'],
    setting: null,
    takes: [],
    sentWith: null,
    heading: 'Northvale Hospitals',
    label: round.label,
    actor: { personId: 'eve', name: 'Eve Example', jobTitle: '', grants: [grant] },
    subject: { organisationIds: ['RX1'] },
  };
}
