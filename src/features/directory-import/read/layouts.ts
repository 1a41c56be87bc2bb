import type { OdsLayoutId } from './ods-layouts.ts';

export type LayoutId = OdsLayoutId | 'organisations' | 'successors' | 'ord' | 'fhir';

/** Files of another feature, which take the same way as those of the directory: sent, checked, read by a person, confirmed. */
export type OtherLayoutId = 'official-results';

/** A layout that can be read, as a person chooses it. */
export interface Layout {
  readonly id: LayoutId;
  readonly label: string;
  readonly description: string;
}

export const layouts: readonly Layout[] = [
  {
    id: 'ods-practices',
    label: 'GP practices (epraccur)',
    description: 'Organisation Data Service file of 27 columns without a header. Each practice with its commissioner.',
  },
  {
    id: 'ods-ccgs',
    label: 'CCGs and sub-ICB locations (eccg)',
    description: 'Organisation Data Service file of 27 columns without a header. Commissioning hubs are in it too.',
  },
  {
    id: 'ods-trusts',
    label: 'NHS trusts (etr)',
    description: 'Organisation Data Service file of 27 columns without a header. Care trusts have a file of their own.',
  },
  {
    id: 'ods-care-trusts',
    label: 'Care trusts (ect)',
    description: 'Organisation Data Service file of 27 columns without a header.',
  },
  {
    id: 'ods-local-authorities',
    label: 'Local authorities',
    description: 'Organisation Data Service file of 27 columns without a header.',
  },
  {
    id: 'organisations',
    label: 'Organisations, as downloaded here',
    description: 'The download of organisations of this service, as CSV or JSON, of the day on which it shows them.',
  },
  {
    id: 'successors',
    label: 'Successors',
    description:
      'CSV with the header old_code,new_code,date: which organisation took over from which, and when. Downloads of successions too.',
  },
  {
    id: 'ord',
    label: 'Organisation Reference Data',
    description: 'The XML product of the Organisation Data Service, or a JSON answer of its ORD interface.',
  },
  {
    id: 'fhir',
    label: 'FHIR R4',
    description: 'Organization or OrganizationAffiliation resources, alone or in a Bundle, in JSON or XML.',
  },
];

const fileNames: readonly (readonly [RegExp, LayoutId])[] = [
  [/^e?pracc(ur|arc)/, 'ods-practices'],
  [/^e?ccg/, 'ods-ccgs'],
  [/^e?tr\b/, 'ods-trusts'],
  [/^e?ct\b/, 'ods-care-trusts'],
  [/^(eauth|elauth|lauth)/, 'ods-local-authorities'],
  [/succ/, 'successors'],
  [/hscorgrefdata|orgrefdata|^ord[^a-z]/, 'ord'],
  [/fhir/, 'fhir'],
];

const beginnings: readonly (readonly [RegExp, LayoutId])[] = [
  [/^[^\r\n]*has_ods_code/, 'organisations'],
  [/^\{.*"items":\s*\[.*"hasOdsCode"/s, 'organisations'],
  [/^[^\r\n]*old_code"?[,;\t]"?new_code"?[,;\t]"?date/i, 'successors'],
  [/^[^\r\n]*predecessor_code[^\r\n]*successor_code/i, 'successors'],
  [/^\{.*"items":\s*\[.*"predecessors"/s, 'successors'],
  [/^<.*OrgRefData/s, 'ord'],
  [/^\{.*"resourceType"/s, 'fhir'],
  [/^<.*hl7\.org\/fhir/s, 'fhir'],
  [/^\{\s*"Organisations?"/, 'ord'],
];

/**
 * The layout a file most likely has, from its first bytes where they tell and else from its name, as the files are
 * published: epraccur.csv, eccg.csv. Null where neither tells. A guess only: reading refuses what does not fit.
 */
export function guessLayout(fileName: string, firstBytes?: Uint8Array): LayoutId | null {
  const beginning = decoderOf(firstBytes).decode(firstBytes?.subarray(0, 4096)).trimStart();
  const byContent = beginnings.find(([expression]) => expression.test(beginning))?.[1];
  const base = fileName.split(/[\\/]/).at(-1)?.toLowerCase() ?? '';
  return byContent ?? fileNames.find(([expression]) => expression.test(base))?.[1] ?? null;
}

function decoderOf([first, second]: Uint8Array = new Uint8Array()): TextDecoder {
  const isUtf16 = first === 0xff && second === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8');
}
