import { z } from 'zod';
import { lettersShape } from './letter-shapes.ts';
import { type PackContent, readPackContent } from './pack-content.ts';
import type { AtPath, PackFault, PackFile, PackPath, PackProblem } from './pack-fault.ts';
import * as shapes from './pack-shapes.ts';
import * as roadmap from './roadmap-shapes.ts';

export type WrittenInstrument = z.infer<typeof shapes.instrumentShape>;
export type WrittenScale = WrittenInstrument['scales'][number];
export type WrittenTheme = z.infer<typeof shapes.themeShape>;
export type WrittenSection = WrittenTheme['sections'][number];
export type WrittenQuestion = WrittenSection['questions'][number];

/**
 * The pieces of a pack whose shape is right. Pieces of a wrong shape are left out, so that what the others say can
 * still be checked in the same run and a pack's author sees all faults at once.
 */
export type SoundPack = ReturnType<typeof takeSoundPieces>;

/** Reads every piece of the merged content against its shape, adding what is wrong to `problems`. */
export function takeSoundPieces(content: PackContent, problems: PackProblem[]) {
  const list = <T>(key: string, shape: z.ZodType<T>) => soundItems(content, key, shape, problems);
  const listIfAny = <T>(key: string, shape: z.ZodType<T>) =>
    content.value(key) === undefined ? noItems : list(key, shape);
  const single = <T>(key: string, shape: z.ZodType<T>) => soundValue([key], content.value(key), shape, problems);
  const singleIfAny = <T>(key: string, shape: z.ZodType<T>) =>
    content.value(key) === undefined ? undefined : single(key, shape);
  const pieces = {
    id: single('id', shapes.packIdShape),
    title: single('title', shapes.textShape),
    serviceName: single('serviceName', shapes.serviceNameShape),
    summary: single('summary', shapes.textShape),
    timeZone: single('timeZone', shapes.timeZoneShape),
    positionOn: single('positionOn', shapes.dateShape),
    demonstration: single('demonstration', shapes.demonstrationShape),
    endedOn: single('endedOn', shapes.endedOnShape),
    resultsPublic: single('resultsPublic', shapes.resultsPublicShape),
    challengeDays: single('challengeDays', shapes.challengeDaysShape),
    peersInvitedBy: single('peersInvitedBy', shapes.peersInvitedByShape),
    footprintCounts: single('footprintCounts', shapes.footprintCountsShape),
    commitments: listIfAny('commitments', shapes.commitmentShape),
    areaKinds: list('areaKinds', shapes.areaKindShape),
    assessed: single('assessed', shapes.assessedShape),
    organisationTypes: list('organisationTypes', shapes.organisationTypeShape),
    careSettings: list('careSettings', shapes.careSettingShape),
    // A programme office may plan every round on screen.
    rounds: listIfAny('rounds', shapes.roundShape),
    capabilityGroups: list('capabilityGroups', roadmap.capabilityGroupShape),
    universalCapabilities: list('universalCapabilities', roadmap.universalCapabilityShape),
    digitalRoles: listIfAny('digitalRoles', roadmap.digitalRoleShape),
    informationFlows: singleIfAny('informationFlows', roadmap.informationFlowsShape),
    instruments: list('instruments', shapes.instrumentShape),
    themes: list('themes', shapes.themeShape),
    consistencyRules: listIfAny('consistencyRules', shapes.consistencyRuleShape),
    indicators: listIfAny('indicators', shapes.indicatorShape),
    staffSurveys: listIfAny('staffSurveys', shapes.staffSurveyShape),
    roadmapTemplate: single('roadmapTemplate', roadmap.roadmapTemplateShape),
    submissionRule: single('submissionRule', roadmap.submissionRuleShape),
    reviewRatings: list('reviewRatings', roadmap.reviewRatingShape),
    reviewCriteria: list('reviewCriteria', roadmap.reviewCriterionShape),
    letters: single('letters', lettersShape),
  };
  const unknown = content.keys.filter((key) => !Object.hasOwn(pieces, key));
  problems.push(...unknown.map((key) => ({ path: [key], message: `unknown key "${key}"` })));
  return pieces;
}

/** The items of one list that are sound, and whether all of them were. */
export interface SoundItems<T> {
  readonly items: readonly AtPath<T>[];
  readonly allSound: boolean;
  /** Ids of all items, sound or not: a reference to an item that is there but faulty is not itself a fault. */
  readonly ids: ReadonlySet<string>;
}

const noItems: SoundItems<never> = { items: [], allSound: true, ids: new Set() };

function soundItems<T>(content: PackContent, key: string, shape: z.ZodType<T>, problems: PackProblem[]): SoundItems<T> {
  const written = content.value(key);
  if (!Array.isArray(written) || written.length === 0) {
    const message = written === undefined ? `"${key}" is missing` : `"${key}" must be a list with at least one item`;
    problems.push({ path: [key], message });
    return { items: [], allSound: false, ids: new Set() };
  }
  const items = written.map((value, index) => soundValue([key, index], value, shape, problems));
  const sound = items.filter((item) => item !== undefined);
  return { items: sound, allSound: sound.length === items.length, ids: new Set(written.flatMap(idOf)) };
}

function idOf(value: unknown): string[] {
  const withId = z.object({ id: z.string() }).safeParse(value);
  return withId.success ? [withId.data.id] : [];
}

/** The value where it has the shape; what is wrong with it is added to `problems` otherwise. */
export function soundValue<T>(
  path: PackPath,
  value: unknown,
  shape: z.ZodType<T>,
  problems: PackProblem[],
): AtPath<T> | undefined {
  const parsed = shape.safeParse(value);
  if (parsed.success) {
    return { value: parsed.data, path };
  }
  problems.push(...parsed.error.issues.flatMap((issue) => problemsOf(path, value, issue)));
  return undefined;
}

function problemsOf(base: PackPath, value: unknown, issue: z.core.$ZodIssue): PackProblem[] {
  const steps = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  const path = [...base, ...steps];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: `unknown key "${key}"` }));
  }
  const name = path.findLast((step) => typeof step === 'string');
  if (valueAt(value, steps) === undefined) {
    return [{ path, message: `"${name}" is missing` }];
  }
  return [{ path, message: `"${name}": ${issue.message}` }];
}

function valueAt(value: unknown, path: PackPath): unknown {
  return path.reduce<unknown>(
    (held, step) => (typeof held === 'object' && held !== null ? Reflect.get(held, step) : undefined),
    value,
  );
}

/** A file beside a pack, as it was read. */
export type WrittenFile<T> =
  | {
      readonly kind: 'ok';
      readonly value: T;
      /** What is wrong at a place in it, with its line. */
      readonly faultAt: (path: PackPath, message: string) => PackFault;
    }
  | { readonly kind: 'faults'; readonly faults: readonly PackFault[] };

/** Reads one YAML file of keys and values as a shape, or says everything that is wrong with it, each fault with its line. */
export function parseWrittenFile<T>(file: PackFile, shape: z.ZodType<T>): WrittenFile<T> {
  const read = readPackContent([file]);
  if (read.kind === 'faults') {
    return read;
  }
  const { content } = read;
  const faultAt = (path: PackPath, message: string): PackFault => ({ ...content.place(path), message });
  const problems: PackProblem[] = [];
  const written = Object.fromEntries(content.keys.map((key) => [key, content.value(key)]));
  const sound = soundValue([], written, shape, problems);
  return sound === undefined
    ? { kind: 'faults', faults: problems.map(({ path, message }) => faultAt(path, message)) }
    : { kind: 'ok', value: sound.value, faultAt };
}
