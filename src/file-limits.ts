import type { CsvLimits } from './platform/files/csv-limits.ts';
import type { JsonLimits } from './platform/files/json-scan.ts';
import type { WorkbookLimits } from './platform/files/workbook/read/workbook-limits.ts';

/*
 * What a file from outside may hold. Each bound is several times what the largest file known to be published in its kind
 * needs, and so low that a file made to do harm is refused in a moment and in little memory: reading stops at the bound.
 */

const MEGABYTE = 1_000_000;

/** Of the files that are published, answers of the FHIR interface nest deepest: ten levels. Boundaries have eight. */
const depth = 64;

/** Organisations: rows of the registry's CSV files, records of its XML product, resources of its answers. */
export const organisationFileLimits = {
  /** The longest file of practices has 16,000 rows, all successors 25,500; the whole registry, some 300,000 organisations. */
  records: 1_000_000,
  /** After so many faults it is another kind of file, or the faults are of the kinds that are listed. */
  faults: 1_000,
  /** The XML product has the whole registry at some three kilobytes for each organisation. */
  xmlBytes: 4_000 * MEGABYTE,
  /** The longest file of practices takes 3.5 megabytes. */
  csvBytes: 400 * MEGABYTE,
  /** Of the thread that reads. It gets 64 kilobytes at a time, which are read in a few milliseconds. */
  reading: { heapMegabytes: 160, stepMilliseconds: 30_000 },
} as const;

/** A row of the registry has 27 cells and some 200 characters; the longest of any table at hand, 850. */
export const organisationCsvLimits: CsvLimits = {
  rows: organisationFileLimits.records,
  columns: 500,
  recordBytes: 100_000,
};

/** The XML product of the registry, and FHIR. */
export const xmlLimits = {
  depth,
  /** Elements and attributes of one record: those at hand have up to 200, one with many relationships a few thousand. */
  elements: 20_000,
  /** Of one element: none has more than three. */
  attributes: 100,
  /** Of one record, and of what stands between two; the lists of codes before the first record are the longest of that. */
  characters: 1_000_000,
} as const;

/** An answer of the registry's services: a FHIR organisation has some 120 values, so 3,000 in one answer. */
export const answerLimits: JsonLimits = {
  bytes: 16 * MEGABYTE,
  depth,
  values: 400_000,
  textLength: 100_000,
  advice: 'bring the pages of the answer in one by one, or as XML',
};

/**
 * What is fetched from the registry at once: all trusts are some 240 organisations, what changes in the whole registry on a day a few
 * hundred. Their records together are one answer, with its limits.
 */
export const fetchLimits = {
  organisations: 3_000,
  /** An interface that gives 20 at a time needs 150. */
  pages: 200,
  silenceMilliseconds: 20_000,
  /** For all of it, waits that the registry asks for among it. */
  wholeMilliseconds: 1_200_000,
} as const;

/** Boundaries: those of all CCGs or districts, generalised for maps on a screen, have up to 66,000 values in 350 kilobytes. */
export const geometryLimits: JsonLimits = {
  bytes: 40 * MEGABYTE,
  depth,
  values: 2_000_000,
  textLength: 100_000,
  advice: 'take a generalised edition; maps on a screen show no more',
};

/** A roadmap as it is downloaded takes a few hundred kilobytes. */
export const downloadLimits: JsonLimits = {
  bytes: 20 * MEGABYTE,
  depth,
  values: 200_000,
  textLength: 1_000_000,
  advice: 'no roadmap is like this; download it again from its public page',
};

/** Areas, areas in areas, members of footprints; the facts that ship with the service have up to 2,400 rows of ten cells. */
export const placeFileLimits = {
  bytes: 20 * MEGABYTE,
  csv: { rows: 20_000, columns: 100, recordBytes: 100_000 } satisfies CsvLimits,
} as const;

/**
 * Results of others that are sent by the form: read at once while others wait, in less than half a second. Those of the whole country
 * for two years take 60 kilobytes; the command line takes as much as of places.
 */
export const resultsUploadBytes = MEGABYTE;

/** A table that turns one code into another: 7,700 rows for all practices. */
export const codeTableLimits = {
  bytes: 20 * MEGABYTE,
  csv: { rows: 100_000, columns: 500, recordBytes: 100_000 } satisfies CsvLimits,
} as const;

/** YAML written by hand: an event that is proposed takes 1,000 bytes, the longest file of a programme 33,000. */
export const yamlLimits = { proposalBytes: 200_000, packFileBytes: 2 * MEGABYTE, depth } as const;

/**
 * A workbook of answers that is sent back. That of the longest questionnaire, with every note as long as it may be, has 15 sheets, 1,700 cells in
 * which something stands and 250,000 letters, in 60 kilobytes. Programs add pictures of themselves, and empty cells for their looks.
 */
export const returnWorkbookLimits = {
  reading: {
    fileBytes: 5 * MEGABYTE,
    entries: 1_000,
    plainBytes: 40 * MEGABYTE,
    sheets: 60,
    rows: 20_000,
    cells: 100_000,
    characters: 2_000_000,
  } satisfies WorkbookLimits,
  /** Of the thread that reads. */
  thread: { heapMegabytes: 256, stepMilliseconds: 15_000 },
  /** Files that one process reads at the same time; others wait for their turn. */
  atOnce: 2,
} as const;
