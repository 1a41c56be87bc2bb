import type { Connection } from '../../../../platform/database/database.ts';
import { listScoresOf } from '../../../assessment/index.ts';
import type { Member } from '../../../directory/index.ts';
import { getRound, instrumentOfRound, organisationType, type ProgrammePack } from '../../../programme/index.ts';
import { unaskedParts } from '../../../scoring/index.ts';
import type { BaselineSource } from '../../documents/frozen-document.ts';
import type { GroupBaseline } from '../group-baseline.ts';
import { type BaselineMember, countedMembers, trajectoryBaseline } from './trajectory-baseline.ts';
import { scaleInDocument, scaleOfSource } from './trajectory-scale.ts';

/** Where a footprint stands in each capability group, and what that was measured with. */
export interface FootprintBaseline {
  readonly groups: readonly GroupBaseline[];
  readonly source: BaselineSource;
  /** When the latest of the counted assessments was submitted; null when there is none. */
  readonly latestAt: Date | null;
}

/** Computes the baseline of a roadmap from the assessments that members have submitted so far, in the round that its own rests on. */
export async function readBaseline(
  connection: Connection,
  pack: ProgrammePack,
  planningRoundId: string,
  members: readonly Member[],
): Promise<FootprintBaseline> {
  const source = baselineSource(pack, planningRoundId);
  const instrument = instrumentOfRound(pack, planningRoundId);
  const typed = members.map((member) => ({ ...member, ...organisationType(pack, member.typeId) }));
  const scores = await listScoresOf(connection, source.round.id, countedMembers(typed));
  const baselineMembers = typed.map(({ organisationId, role, assessed, careSetting }): BaselineMember => {
    const own = scores.find((each) => each.organisationId === organisationId)?.sections ?? null;
    const { themes, sections } = unaskedParts(instrument, careSetting ?? '', own);
    return { organisationId, role, assessed, unasked: new Set([...themes, ...sections]) };
  });
  const sectionScores = scores.flatMap(({ organisationId, themes, sections }) =>
    Object.entries({ ...themes, ...sections }).map(([sectionId, score]) => ({ organisationId, sectionId, score })),
  );
  const submitted = scores.map(({ submittedAt }) => submittedAt.getTime());
  return {
    groups: trajectoryBaseline(pack.capabilityGroups, baselineMembers, sectionScores).map((group) => ({
      ...group,
      scale: scaleOfSource(source),
    })),
    source,
    latestAt: submitted.length === 0 ? null : new Date(Math.max(...submitted)),
  };
}

function baselineSource(pack: ProgrammePack, planningRoundId: string): BaselineSource {
  const planning = getRound(pack, planningRoundId);
  const round = getRound(pack, planning.baselineRound ?? planning.id);
  const { id, version, title, scoring } = instrumentOfRound(pack, planning.id);
  return {
    round: { id: round.id, label: round.label },
    instrument: { id, version, title },
    method: { id: scoring.id, label: scoring.label, ...scaleInDocument(scoring.scale) },
  };
}
