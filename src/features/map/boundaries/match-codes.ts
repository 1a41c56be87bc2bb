import { countOf } from '../../../views/format.ts';
import type { BoundaryFault } from './boundary.ts';
import { duplicates } from './parse-geometry.ts';

interface Coded {
  readonly feature: number;
  readonly path: string;
  readonly code: string;
}

interface Subject {
  readonly code: string;
}

export interface MatchOptions {
  readonly kind: string;
  readonly datedOn: string;
  readonly skipsUnknown: boolean;
}

export type CodeMatch<Area, Known> =
  | {
      readonly kind: 'matched';
      /** Each area under the directory's code. */
      readonly areas: readonly { readonly area: Area; readonly subject: Known }[];
      /** Codes of the areas that were left out. */
      readonly skipped: readonly string[];
    }
  | { readonly kind: 'faulty'; readonly faults: readonly BoundaryFault[] };

/**
 * Finds whose boundary each area of a file is, after turning its code into the directory's. An area nobody knows is a
 * fault, or left out where that was asked for; a file of which nothing is left is a fault either way.
 */
export function matchCodes<Area extends Coded, Known extends Subject>(
  areas: readonly Area[],
  translation: ReadonlyMap<string, string> | null,
  subjects: readonly Known[],
  { kind, datedOn, skipsUnknown }: MatchOptions,
): CodeMatch<Area, Known> {
  if (subjects.length === 0) {
    const reason = `The directory holds no area or organisation of the kind “${kind}” from ${datedOn} on`;
    return { kind: 'faulty', faults: [{ feature: null, path: '', reason }] };
  }
  const byCode = new Map(subjects.map((subject) => [subject.code, subject]));
  const read = areas.map((area) => {
    const code = translation === null ? area.code : translation.get(area.code);
    return {
      area: { ...area, code: code ?? area.code },
      subject: code === undefined ? undefined : byCode.get(code),
      code,
    };
  });
  const unknown = read.filter(({ subject }) => subject === undefined);
  const known = read.flatMap(({ area, subject }) => (subject === undefined ? [] : [{ area, subject }]));
  const twice = duplicates(known.map(({ area }) => area));
  const faults = skipsUnknown ? twice : [...unknown.map(unknownFault), ...twice];
  if (known.length === 0 && skipsUnknown) {
    faults.push({
      feature: null,
      path: '',
      reason: `The directory knows none of the ${countOf(areas.length, 'code')} of the file`,
    });
  }
  return faults.length > 0
    ? { kind: 'faulty', faults }
    : { kind: 'matched', areas: known, skipped: unknown.map(({ area }) => area.code) };
}

function unknownFault({ area, code }: { area: Coded; code: string | undefined }): BoundaryFault {
  const reason =
    code === undefined
      ? `The table of codes has no row for ${area.code}`
      : `The directory does not know the code ${code} (--skip-unknown leaves such areas out)`;
  return { feature: area.feature, path: area.path, reason };
}
