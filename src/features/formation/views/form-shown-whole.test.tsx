import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { formatDate } from '../../../views/format.ts';
import { lettersOf, visibleText } from '../../../views/testing/visible-text.ts';
import { type Capacity, capacityLabels, type FormContent, nobody } from '../formation.ts';
import { arbitraryForm, wholeForm } from '../testing/forms.ts';
import { FormDocumentView } from './form-view.tsx';

function shown(base: FormContent | null, form: FormContent): string {
  const asked = [{ organisationId: 'Z', code: 'Z99', name: 'Asked CCG' }];
  return lettersOf(visibleText(renderToStaticMarkup(<FormDocumentView document={{ base, form, asked }} />)));
}

/** Every value of a form, as it is to be read. The ids of organisations and areas stand for the names beside them. */
function facts(value: unknown, key = ''): string[] {
  if (value === null || key === 'organisationId' || key === 'areaId') {
    return [];
  }
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, held]) => facts(held, name));
  }
  const capacity = key === 'capacity' ? capacityLabels[value as Capacity] : undefined;
  return [key === 'startsOn' ? formatDate(`${value}`) : (capacity ?? `${value}`)];
}

function hidden(form: FormContent, page: string): string[] {
  return facts(form).filter((fact) => !page.includes(lettersOf(fact)));
}

it('shows every letter of a form that is signed, and of what held before', () => {
  fc.assert(
    fc.property(fc.option(arbitraryForm), arbitraryForm, (before, form) => {
      // What held before is read from the directory, which has no day and no reason for a change.
      const base = before === null ? null : { ...before, area: { ...before.area, startsOn: null, reason: '' } };
      const page = shown(base, form);
      expect(hidden(form, page)).toEqual([]);
      // Organisations and people under one heading: what did not change is said once.
      expect(hidden(base ?? form, page)).toEqual([]);
      expect(page).toContain('AskedCCGZ99');
    }),
  );
});

it('shows what is known of a person without a name', () => {
  const { people } = wholeForm();
  const owner = { ...nobody, role: 'Accountable officer', email: 'office@example.nhs.uk' };
  expect(
    hidden(wholeForm({ people: { ...people, owner } }), shown(null, wholeForm({ people: { ...people, owner } }))),
  ).toEqual([]);
});
