import type { AppContext } from '../../context.ts';
import { type Footprint, listFootprints, listMembers, type Member } from '../directory/index.ts';
import { planningRound } from '../programme/index.ts';
import { publishVersion } from '../publication/index.ts';
import { saveReview, settleReview, startReview } from '../review/index.ts';
import {
  endorseVersion,
  freezeVersion,
  illustrateContent,
  listVersionStates,
  openRoadmap,
  readBaseline,
  submitVersion,
  writeContent,
} from '../roadmap/index.ts';
import { type ActAs, actingAsInvented } from './acting-as-invented.ts';
import type { RoadmapIllustration } from './illustration.ts';

type Wave = RoadmapIllustration['waves'][number];
type Reached = Wave['reached'][string];

/** What every step of an invented roadmap needs. */
interface Seeding {
  readonly context: AppContext;
  readonly content: RoadmapIllustration['content'];
  readonly dates: Wave['dates'];
  readonly by: ActAs<keyof Wave['dates']>;
}

/** Brings in the invented roadmaps, each taken to its stage by the same steps that people take. */
export async function seedRoadmaps(context: AppContext, illustration: RoadmapIllustration): Promise<void> {
  const begun = new Set((await listVersionStates(context.database)).map(({ footprintId }) => footprintId));
  const footprints = await listFootprints(context.database, context.pack.positionOn);
  for (const { dates, reached } of illustration.waves) {
    const seeding = { context, content: illustration.content, dates, by: actingAsInvented(dates) };
    for (const footprint of footprints) {
      const stage = reached[footprint.code];
      if (stage !== undefined && !begun.has(footprint.areaId)) {
        await seedRoadmap(seeding, footprint, stage);
      }
    }
  }
}

async function seedRoadmap(seeding: Seeding, footprint: Footprint, stage: Reached): Promise<void> {
  const { context, by } = seeding;
  const { database, pack } = context;
  const members = await listMembers(database, footprint.areaId, pack.positionOn);
  const opened = await openRoadmap(context, footprint, by('open', footprint.name));
  const round = planningRound(pack, seeding.dates.open);
  if (opened.kind === 'refused' || round === undefined) {
    throw new Error(`The roadmap of ${footprint.name} was not begun: no planning round takes it`);
  }
  const { versionId } = opened;
  await writeDraft(seeding, footprint, members, { versionId, roundId: round.id });
  if (stage === 'draft') {
    return;
  }
  const digest = await freeze(seeding, footprint);
  await endorse(seeding, footprint, members, digest, stage === 'endorsement');
  if (stage === 'endorsement') {
    return;
  }
  expectOk(await submitVersion(context, footprint, 1, by('submit', footprint.name)));
  if (stage === 'submitted') {
    return;
  }
  await review(seeding, footprint, versionId, stage);
  if (stage === 'published') {
    expectOk(await publishVersion(context, versionId, by('publish', footprint.name)));
  }
}

async function writeDraft(
  { context, content: invented, by }: Seeding,
  footprint: Footprint,
  members: readonly Member[],
  { versionId, roundId }: { readonly versionId: string; readonly roundId: string },
): Promise<void> {
  const { database, pack, newId } = context;
  const baseline = await readBaseline(database, pack, roundId, members);
  const names = {
    name: footprint.name,
    stps: footprint.stps.map(({ name }) => name),
    organisations: members.map(({ name }) => name),
  };
  const facts = { pack, footprint: names, members, baselines: baseline.groups, newId };
  const content = illustrateContent(invented, facts);
  await database.transaction().execute((trx) => writeContent(trx, versionId, content, by('write', footprint.name)));
}

async function freeze({ context, by }: Seeding, footprint: Footprint): Promise<string> {
  return expectOk(await freezeVersion(context, footprint, 1, by('freeze', footprint.name))).digest;
}

/** Everyone endorses, the second of them with conditions; where endorsement is still going on, the last has not decided. */
async function endorse(
  { context, by }: Seeding,
  footprint: Footprint,
  members: readonly Member[],
  digest: string,
  isOpen: boolean,
): Promise<void> {
  const asked = members.filter(({ role }) => context.pack.submissionRule.mustEndorse.includes(role));
  for (const [index, member] of asked.slice(0, isOpen ? -1 : undefined).entries()) {
    const command =
      index === 1
        ? {
            decision: 'endorse-with-conditions' as const,
            conditions: 'Invented condition: funding for the shared record is confirmed before orders are placed.',
            digest,
          }
        : { decision: 'endorse' as const, conditions: '', digest };
    const decided = { footprintId: footprint.areaId, organisationId: member.organisationId, command };
    expectOk(await endorseVersion(context, decided, by('endorse', member.name)));
  }
}

async function review(
  { context, by }: Seeding,
  footprint: Footprint,
  versionId: string,
  stage: Reached,
): Promise<void> {
  const region = footprint.regions[0]?.name ?? 'Region';
  expectOk(await startReview(context, versionId, by('review', region)));
  const outcome = stage === 'changes-requested' ? 'changes-requested' : 'cleared';
  const { reviewCriteria, reviewRatings } = context.pack;
  const [best, good = best] = reviewRatings.filter(({ blocksClearance }) => !blocksClearance);
  const blocking = reviewRatings.find(({ blocksClearance }) => blocksClearance);
  const rated = stage === 'under-review' ? reviewCriteria.slice(0, 4) : reviewCriteria;
  const ratings = rated.map(({ id }, index) => ({
    criterionId: id,
    ratingId: (index === 1 && outcome === 'changes-requested' ? blocking : index % 3 === 0 ? best : good)?.id ?? '',
    comment: index === 1 ? 'Invented comment: say by when each agreement will be signed, and who leads on it.' : '',
  }));
  const notes = {
    ratings,
    summary: 'Invented summary: a clear plan with a credible climb.',
    revision: 0,
    draftRevision: 0,
  };
  const saved = await saveReview(context, versionId, notes, by('review', region));
  if (stage === 'under-review' || saved.kind !== 'saved') {
    return;
  }
  const settle = { versionId, footprintName: footprint.name, outcome, revision: saved.revision } as const;
  expectOk(await settleReview(context, settle, by('settle', region)));
}

/** The invented plans must go through; one that does not is a fault of ours. */
function expectOk<Outcome extends { readonly kind: string }>(outcome: Outcome): Extract<Outcome, { kind: 'ok' }> {
  if (outcome.kind !== 'ok') {
    throw new Error(`An illustrative roadmap could not be taken further: ${JSON.stringify(outcome)}`);
  }
  return outcome as Extract<Outcome, { kind: 'ok' }>;
}
