import { compareText } from '../../platform/compare.ts';
import { asWritten, withThemes } from './as-written.ts';
import { checkPack, type PartTables } from './checks/check-pack.ts';
import { type PackContent, readPackContent } from './pack-content.ts';
import type { AtPath, PackFault, PackFile, PackProblem } from './pack-fault.ts';
import type { ProgrammePack } from './programme.ts';
import { onRecord } from './rounds-on-record.ts';
import { type SoundPack, takeSoundPieces } from './sound-pack.ts';

export type ParsedPack =
  | { readonly kind: 'ok'; readonly pack: ProgrammePack }
  | { readonly kind: 'faults'; readonly faults: readonly PackFault[] };

/**
 * Reads the YAML files of one pack into a checked programme, or says everything that is wrong with them, each fault
 * with its file and line, in that order. A file that is not YAML hides only what could be said about content.
 */
export function parseProgrammePack(files: readonly PackFile[], partTables: PartTables = null): ParsedPack {
  const read = readPackContent(files);
  if (read.kind === 'faults') {
    return { kind: 'faults', faults: inOrder(read.faults) };
  }
  const problems: PackProblem[] = [];
  const pieces = takeSoundPieces(read.content, problems);
  problems.push(...checkPack(pieces, partTables));
  const pack = problems.length === 0 ? assemble(pieces, read.content) : undefined;
  if (pack !== undefined) {
    return { kind: 'ok', pack };
  }
  const faults = problems.map(({ path, message }) => ({ ...read.content.place(path), message }));
  return { kind: 'faults', faults: inOrder(faults) };
}

function inOrder(faults: readonly PackFault[]): PackFault[] {
  return faults.toSorted((a, b) => compareText(a.file, b.file) || a.line - b.line);
}

function assemble(pieces: SoundPack, content: PackContent): ProgrammePack | undefined {
  const { id, title, summary, timeZone, positionOn, assessed, roadmapTemplate, submissionRule, letters } = pieces;
  const instruments = values(pieces.instruments).map((instrument) => withThemes(instrument, values(pieces.themes)));
  if (!id || !title || !summary || !timeZone || !positionOn || !assessed) {
    return undefined;
  }
  if (!roadmapTemplate || !submissionRule || !letters) {
    return undefined;
  }
  return {
    id: id.value,
    title: title.value,
    serviceName: pieces.serviceName?.value ?? title.value,
    summary: summary.value,
    timeZone: timeZone.value,
    positionOn: positionOn.value,
    factsOn: positionOn.value,
    demonstration: pieces.demonstration?.value ?? null,
    endedOn: pieces.endedOn?.value ?? null,
    footprintCounts: pieces.footprintCounts?.value ?? [],
    commitments: values(pieces.commitments),
    areaKinds: values(pieces.areaKinds),
    assessed: assessed.value,
    organisationTypes: values(pieces.organisationTypes),
    careSettings: values(pieces.careSettings),
    rounds: values(pieces.rounds),
    resultsPublic: pieces.resultsPublic?.value ?? 'on-a-day',
    challengeDays: pieces.challengeDays?.value ?? 14,
    peersInvitedBy: pieces.peersInvitedBy?.value ?? [],
    roundsOnRecord: onRecord(values(pieces.rounds)),
    capabilityGroups: values(pieces.capabilityGroups),
    universalCapabilities: values(pieces.universalCapabilities),
    digitalRoles: values(pieces.digitalRoles),
    informationFlows: pieces.informationFlows?.value ?? null,
    instruments,
    // Until a database says otherwise.
    activeInstruments: instruments,
    instrumentsAsWritten: asWritten(content, pieces),
    usedInstruments: [],
    consistencyRules: values(pieces.consistencyRules),
    indicators: values(pieces.indicators),
    staffSurveys: values(pieces.staffSurveys),
    roadmapTemplate: roadmapTemplate.value,
    submissionRule: submissionRule.value,
    reviewRatings: values(pieces.reviewRatings),
    reviewCriteria: values(pieces.reviewCriteria),
    letters: letters.value,
  };
}

function values<T>(list: { readonly items: readonly AtPath<T>[] }): T[] {
  return list.items.map(({ value }) => value);
}
