import { canonicalJson } from '../../../platform/canonical-json.ts';
import { type Instrument, sectionsOf } from '../../programme/index.ts';

/** What one text of an instrument says otherwise than another, each thing by its name, for whoever has changed it. */
export function changedParts(kept: Instrument, now: Instrument): string[] {
  const before = partsOf(kept);
  const after = partsOf(now);
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => before.get(name) !== after.get(name));
}

function partsOf(instrument: Instrument): Map<string, string> {
  const { id: _, follows: _follows, provenance: _provenance, themes, scales, version: _version, ...rest } = instrument;
  const sections = sectionsOf(instrument);
  const parts: (readonly [string, unknown])[] = [
    ...Object.entries(rest),
    ...scales.map((scale) => [`scale ${scale.id}`, scale] as const),
    ...themes.map(
      ({ sections: own, ...theme }) => [`theme ${theme.id}`, { theme, own: own.map(({ id }) => id) }] as const,
    ),
    ...sections.map(
      ({ questions, ...section }) =>
        [`section ${section.id}`, { section, own: questions.map(({ id }) => id) }] as const,
    ),
    ...sections.flatMap(({ questions }) =>
      questions.map(({ standing: _standing, lineage: _lineage, ...asked }) => [`question ${asked.id}`, asked] as const),
    ),
  ];
  return new Map(parts.map(([name, part]) => [name, canonicalJson(part)]));
}
