import type { Connection, Database } from '../../../platform/database/database.ts';
import { dayOf } from '../../../platform/days.ts';
import type { IdSource } from '../../../platform/ids.ts';
import { listOrganisationsById, type OrganisationRef } from '../../directory/index.ts';
import { readText } from '../../instruments/index.ts';
import { getRound, type Instrument, type ProgrammePack } from '../../programme/index.ts';
import {
  insertDocuments,
  insertSignatures,
  type NewReturnDocument,
  type ReturnDocument,
  returnDigest,
} from '../../return-documents/index.ts';
import { listSavedAnswers } from '../answering/answer-repository.ts';
import { documentOf } from './document-of.ts';
import { listUnfrozen, lockFreezing, type Unfrozen } from './unfrozen-repository.ts';

/** Whose role a made-up signature is given in: no person stands behind it. */
const illustrative = { name: '', role: 'Illustrative data' } as const;

/**
 * Freezes what waits to be signed without a document, be it made up or asked for by an earlier version, and what is made up as submitted, with
 * a signature of nobody. Does nothing where all have one.
 */
export function freezeWaiting(
  database: Database,
  { pack, newId }: { readonly pack: ProgrammePack; readonly newId: IdSource },
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    await lockFreezing(transaction);
    const unfrozen = await listUnfrozen(transaction);
    if (unfrozen.length === 0) {
      return 0;
    }
    const called = await readCalled(transaction, unfrozen, pack.positionOn);
    const texts = new Map<string, Instrument | null>();
    const documents: (NewReturnDocument & { readonly of: Unfrozen })[] = [];
    for (const of of unfrozen) {
      const instrument = await instrumentOf(transaction, pack, of, texts);
      const organisation = called(of.organisationId, of.askedAt);
      if (instrument !== null && organisation !== undefined) {
        const document = documentOf({
          pack,
          round: getRound(pack, of.roundId),
          instrument,
          instrumentDigest: of.answers.digest,
          organisation,
          careSetting: of.careSetting,
          illustrative: of.illustrative,
          asked: { at: of.askedAt, by: of.askedBy },
          answers: await listSavedAnswers(transaction, of),
          giver: giverOf(of, called),
          newId,
        });
        documents.push({ ...keyOf(of), document, frozenAt: of.askedAt, frozenBy: of.askedById, of });
      }
    }
    await insertDocuments(transaction, documents);
    await insertSignatures(transaction, documents.flatMap(signatureOf));
    return documents.length;
  });
}

function keyOf({ organisationId, assessmentId }: Unfrozen) {
  return { organisationId, assessmentId };
}

function signatureOf({ of, document }: { readonly of: Unfrozen; readonly document: ReturnDocument }) {
  const { submittedAt: at } = of;
  const { declaration } = document;
  const signed = { digest: returnDigest(document), personId: null, person: illustrative, declaration };
  return at === null ? [] : [{ ...keyOf(of), ...signed, boardApprovedOn: null, at }];
}

type Called = (organisationId: string, at: Date) => OrganisationRef | undefined;

/** What organisations were called on the days on which they were asked to sign. */
async function readCalled(connection: Connection, unfrozen: readonly Unfrozen[], positionOn: string): Promise<Called> {
  const ids = [
    ...new Set(unfrozen.flatMap(({ organisationId, taken }) => [organisationId, taken?.giverId ?? []].flat())),
  ];
  const days = [...new Set(unfrozen.map(({ askedAt }) => dayOf(askedAt)))];
  const onDays = await Promise.all([...days, positionOn].map((day) => listOrganisationsById(connection, ids, day)));
  const byDay = new Map([...days, positionOn].map((day, index) => [day, onDays[index]]));
  return (id, at) => byDay.get(dayOf(at))?.get(id) ?? byDay.get(positionOn)?.get(id);
}

async function instrumentOf(
  connection: Connection,
  pack: ProgrammePack,
  { answers }: Unfrozen,
  texts: Map<string, Instrument | null>,
): Promise<Instrument | null> {
  const key = JSON.stringify(answers);
  const known = texts.get(key);
  if (known !== undefined) {
    return known;
  }
  const instrument = await readText(connection, pack, answers);
  texts.set(key, instrument);
  return instrument;
}

function giverOf({ taken, askedAt }: Unfrozen, called: Called) {
  if (taken === null) {
    return null;
  }
  const { code, name } = called(taken.giverId, askedAt) ?? { code: taken.giverId, name: taken.giverId };
  return { code, name, sectionIds: taken.sectionIds };
}
