import type { CsvLimits } from './platform/files/csv-limits.ts';
import type { JsonLimits } from './platform/files/json-scan.ts';

/*
 * What a file from outside may hold. Each bound is several times what the largest file known to be published in its kind
 * needs, and so low that a file made to do harm is refused in a moment and in little memory: reading stops at the bound.
 */

const MEGABYTE = 1_000_000;

/** Nothing that is published nests half as deep: FHIR goes down some 12 levels, boundaries 8, a roadmap 14. */
const depth = 64;

/** Organisations: rows of the registry's CSV files, records of its XML product, resources of its answers. */
export const organisationFileLimits = {
  /** The registry's longest product names some 300,000 organisations; its longest CSV file 16,000. */
  records: 1_000_000,
  /** After so many faults it is another kind of file, or another fault than those listed. */
  faults: 1_000,
  /** The XML product takes about a gigabyte; all CSV files of the registry together, 100 megabytes. */
  xmlBytes: 4_000 * MEGABYTE,
  csvBytes: 400 * MEGABYTE,
  /** Of the thread that reads. It gets 64 kilobytes at a time, which are read in a few milliseconds. */
  reading: { heapMegabytes: 160, stepMilliseconds: 30_000 },
} as const;

/** Rows of an ODS file take 300 bytes in 27 columns. */
export const organisationCsvLimits: CsvLimits = {
  rows: organisationFileLimits.records,
  columns: 500,
  recordBytes: 100_000,
};

/** The XML product of the registry, and FHIR. */
export const xmlLimits = {
  depth,
  /** Of one record: an organisation has up to 2,000, most of them in its relationships. */
  elements: 20_000,
  /** Of one element: none has more than 8. */
  attributes: 100,
  /** Of one record, and of what stands between two: the lists of codes before the first record are the longest. */
  characters: 1_000_000,
} as const;

/** An answer of the registry's services: a page of 1,000 organisations has 80,000 values in 3 megabytes. */
export const answerLimits: JsonLimits = {
  bytes: 16 * MEGABYTE,
  depth,
  values: 400_000,
  textLength: 100_000,
  advice: 'bring the pages of the answer in one by one, or as XML',
};

/** Boundaries: a generalised edition of all districts has 600,000 values in 10 megabytes. */
export const geometryLimits: JsonLimits = {
  bytes: 40 * MEGABYTE,
  depth,
  values: 2_000_000,
  textLength: 100_000,
  advice: 'take a generalised edition: maps on a screen show no more',
};

/** A roadmap as it is downloaded: a few hundred kilobytes, its longest text 20,000 characters. */
export const downloadLimits: JsonLimits = {
  bytes: 20 * MEGABYTE,
  depth,
  values: 200_000,
  textLength: 1_000_000,
  advice: 'no roadmap is so large; download it again from its public page',
};

/** Areas, areas in areas, members of footprints: 3,000 rows at the most, of up to nine columns. */
export const placeFileLimits = {
  bytes: 20 * MEGABYTE,
  csv: { rows: 20_000, columns: 100, recordBytes: 100_000 } satisfies CsvLimits,
} as const;

/** A table that turns one code into another: 40,000 rows for all wards. */
export const codeTableLimits = {
  bytes: 20 * MEGABYTE,
  csv: { rows: 100_000, columns: 500, recordBytes: 100_000 } satisfies CsvLimits,
} as const;

/** YAML written by hand: an event that is proposed takes 1,000 bytes, the longest file of a programme 60,000. */
export const yamlLimits = { proposalBytes: 200_000, packFileBytes: 2 * MEGABYTE, depth } as const;
