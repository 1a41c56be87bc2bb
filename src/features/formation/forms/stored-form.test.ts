import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ccgsOf, formPages } from '../formation.ts';
import { arbitraryForm } from '../testing/forms.ts';
import { type FormDocument, formDigest } from './form-document.ts';
import { storedBase, storedFormDocument, storedPages } from './stored-form.ts';

const stored = (text: string): unknown => JSON.parse(text);

describe('a stored form', () => {
  it('is read as it was written, page by page and whole', () => {
    fc.assert(
      fc.property(arbitraryForm, (form) => {
        expect(storedBase.read(stored(storedBase.write(form)))).toEqual(form);
        for (const page of formPages) {
          const { read } = storedPages[page];
          expect(read(stored(JSON.stringify(form[page])))).toEqual(form[page]);
        }
      }),
    );
    expect(storedBase.read(null)).toBe(null);
  });

  it('is refused when a page is another', () => {
    expect(() => storedPages.people.read({ name: 'Vale' })).toThrow('footprint_form_history.content');
  });
});

describe('a stored document', () => {
  it('keeps its digest', () => {
    fc.assert(
      fc.property(arbitraryForm, fc.option(arbitraryForm), (form, base) => {
        const document: FormDocument = {
          format: 'footprint-form-1',
          roundId: 'roadmap-2016',
          number: 2,
          illustrative: false,
          putAt: '2016-05-01T10:00:00.000Z',
          base,
          form,
          asked: ccgsOf(form.organisations).map(({ organisationId, code, name }) => ({ organisationId, code, name })),
        };
        const read = storedFormDocument.read(stored(storedFormDocument.write(document)));
        expect(formDigest(read)).toBe(formDigest(document));
      }),
    );
  });
});
