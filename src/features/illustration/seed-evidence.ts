import { createHash } from 'node:crypto';
import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { typeOfFile } from '../../platform/files/file-type.ts';
import { noScanner } from '../../platform/uploads/scan-file.ts';
import { recordEvidence } from '../assessment/index.ts';
import { findWorkingOrganisation } from '../directory/index.ts';
import { listEvidence, type SentEvidence } from '../evidence/index.ts';
import { digestInPack } from '../instruments/index.ts';
import { getRound, instrumentOfRound, organisationType } from '../programme/index.ts';
import type { AnswersIllustration, DemonstrationPersona } from './illustration.ts';
import { actingAsPersona } from './invented-people.ts';

type Added = AnswersIllustration['evidence'][number];

/**
 * Lets invented people add evidence to the answers of their organisations, once for an organisation. A demonstration whose clock has not come
 * to the day of it goes on without.
 */
export async function seedEvidence(
  context: AppContext,
  { evidence }: AnswersIllustration,
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const added = evidence.filter(({ on }) => on <= today(context.clock));
  for (const [code, items] of Map.groupBy(added, ({ of }) => of)) {
    const found = await findWorkingOrganisation(context.database, code, context.pack.positionOn);
    if (found === null) {
      throw new Error('The illustrative evidence is of no organisation');
    }
    const { organisationId, typeId } = found.organisation;
    if ((await listEvidence(context.database, organisationId)).length === 0) {
      for (const item of items) {
        await addItem(context, item, { organisationId, typeId }, people);
      }
    }
  }
}

async function addItem(
  { database, pack, newId, config }: AppContext,
  item: Added,
  { organisationId, typeId }: { readonly organisationId: string; readonly typeId: string },
  people: readonly DemonstrationPersona[],
): Promise<void> {
  const round = getRound(pack, item.round);
  const instrument = instrumentOfRound(pack, item.round);
  const acting = actingAsPersona(item.by, item.on, people);
  for (const { section, question, page } of item.uses) {
    const outcome = await recordEvidence(
      database,
      {
        organisationId,
        round,
        isRoundOpen: true,
        instrument,
        digest: digestInPack(pack, instrument),
        careSetting: organisationType(pack, typeId).careSetting ?? '',
        isOneOfSeveral: false,
        illustrative: true,
        newId,
        pack,
        sectionId: section,
        questionId: question,
        evidenceId: newId(),
        details: { title: item.title, effectiveOn: item.effectiveOn, expiresOn: item.expiresOn },
        content: contentOf(item),
        pageReference: page,
        roundBytes: config.evidence.roundBytes,
      },
      { ...acting, roles: ['coordinator'] },
    );
    if (outcome.kind !== 'added' && outcome.kind !== 'known') {
      throw new Error(`The illustrative evidence could not be added: ${outcome.kind}`);
    }
  }
}

function contentOf({ link = '', file }: Added): SentEvidence | { readonly kind: 'link'; readonly url: string } {
  if (file === undefined) {
    return { kind: 'link', url: link };
  }
  const bytes = Buffer.from(file.says);
  const byteCount = bytes.length;
  const found = typeOfFile({ head: bytes, tail: bytes, byteCount }, file.name);
  if (found.kind === 'refused') {
    throw new Error(`The illustrative evidence could not be added: ${found.reason}`);
  }
  return {
    kind: 'file',
    fileName: file.name,
    mediaType: found.type.mediaType,
    byteCount,
    digest: createHash('sha256').update(bytes).digest('hex'),
    scanned: noScanner,
    async *pieces() {
      yield bytes;
    },
  };
}
