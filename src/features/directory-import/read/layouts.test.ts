import { describe, expect, it } from 'vitest';
import { guessLayout, layouts } from './layouts.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('guessLayout', () => {
  it.each([
    ['epraccur.csv', 'ods-practices'],
    ['some/folder/eccg.csv', 'ods-ccgs'],
    ['C:\\ods\\ETR.CSV', 'ods-trusts'],
    ['ect.csv', 'ods-care-trusts'],
    ['eauth.csv', 'ods-local-authorities'],
    ['succarc.csv', 'successors'],
    ['HSCOrgRefData_Full.xml', 'ord'],
    ['etrust-list.csv', null],
    ['notes.txt', null],
  ])('takes %s to be %s by its name', (fileName, layout) => {
    expect(guessLayout(fileName)).toBe(layout);
  });

  it.each([
    ['\uFEFF"old_code","new_code","date"\n', 'successors'],
    ['<?xml version="1.0"?>\n<X:OrgRefData>', 'ord'],
    ['{"Organisations": []}', 'ord'],
    [' {\n "resourceType": "Bundle"', 'fhir'],
    ['<Bundle xmlns="http://hl7.org/fhir">', 'fhir'],
    ['"A99001","EXAMPLE"', 'ods-practices'],
  ])('takes what begins with %j to be %s, whatever its name', (beginning, layout) => {
    expect(guessLayout('epraccur.csv', bytesOf(beginning))).toBe(layout);
  });
});

describe('layouts', () => {
  it('have an id and a label each of their own', () => {
    expect(new Set(layouts.map(({ id }) => id)).size).toBe(layouts.length);
    expect(new Set(layouts.map(({ label }) => label)).size).toBe(layouts.length);
  });
});
