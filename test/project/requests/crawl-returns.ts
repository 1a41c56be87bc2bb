import { filledFrom } from '../../../src/features/return-files/testing/filled-return.ts';
import { paths } from '../../../src/paths.ts';
import { formOn, untouched } from '../../database/page-forms.ts';
import type { Visitor } from '../../database/visitor.ts';

interface Place {
  readonly trust: string;
  readonly round: string;
  readonly question: string;
  readonly setting: string | null;
}

type NoteForms = (body: string, address: string) => void;

/** Somebody fills in the workbook of a return elsewhere, and looks at what it would change. */
export async function walkFiles(
  visitor: Visitor,
  { trust, round, question, setting }: Place,
  noteForms: NoteForms,
): Promise<void> {
  const workbook = (await visitor.get(paths.returnDownload(trust, round, 'xlsx', setting))).rawPayload;
  const content = Uint8Array.from(filledFrom(workbook, [[question, 'note', 'As counted in March']]));
  const files = paths.returnFiles(trust, round, setting);
  noteForms((await visitor.upload(files, {}, { name: 'answers.xlsx', content })).body, files);
}

interface Checking {
  /** Two who may check, and somebody of the organisation. */
  readonly reviewer: Visitor;
  readonly second: Visitor;
  readonly own: Visitor;
}

/** An answer of a signed return is found otherwise, that is challenged, and somebody else looks at the challenge. */
export async function walkModeration(
  { reviewer, second, own }: Checking,
  { trust, round, setting }: Omit<Place, 'question'>,
  noteForms: NoteForms,
): Promise<void> {
  const moderation = paths.moderation(trust, round, setting);
  const question = await findOtherwise(reviewer, moderation);
  const page = await reviewer.read(moderation);
  noteForms((await reviewer.get(moderation)).body, moderation);
  await walkPeers(reviewer, { trust, round, setting }, noteForms);
  await reviewer.submit(moderation, { digest: page.hidden('digest'), read: page.hidden('read') });
  const challenge = paths.challenge(trust, round, question, setting);
  noteForms((await own.get(challenge)).body, challenge);
  const digest = (await own.read(challenge)).hidden('digest');
  await own.submit(challenge, { digest, reason: 'The minutes of May say so' });
  noteForms((await second.get(challenge)).body, challenge);
}

/** Somebody of another organisation is invited to check the return, and the invitation looked at. */
async function walkPeers(
  reviewer: Visitor,
  { trust, round, setting }: Omit<Place, 'question'>,
  noteForms: NoteForms,
): Promise<void> {
  const peers = paths.peers(trust, round, setting);
  noteForms((await reviewer.get(peers)).body, peers);
  const digest = (await reviewer.read(peers)).hidden('digest');
  const person = { email: 'a-peer@example.nhs.uk', name: 'Pat Example', place: trust === 'RL4' ? 'RJZ' : 'RL4' };
  await reviewer.submit(peers, { digest, ...person });
  const invitation = (await reviewer.read(peers)).link('Pat Example');
  noteForms((await reviewer.get(invitation)).body, invitation);
}

/** Finds the first answer that can be checked otherwise than it was signed, and says which. */
async function findOtherwise(reviewer: Visitor, moderation: string): Promise<string> {
  const { places } = await reviewer.read(moderation);
  const section = places.find((place) => place.startsWith(`${moderation}/`)) ?? '';
  const form = formOn((await reviewer.get(section)).body, 'digest');
  const question = form.fields.find(({ name }) => name.startsWith('revision-'))?.name.replace('revision-', '') ?? '';
  // An option or, of a question with levels, one of the elements that are met.
  const offered = form.fields.filter(({ name }) => name === `answer-${question}`);
  const other = offered.findLast(({ value }) => !['not-checked', 'as-signed', 'not-applicable'].includes(value));
  const found = { [`answer-${question}`]: other?.value ?? '', [`comment-${question}`]: 'Not seen by the board' };
  await reviewer.post(section, { ...untouched(form), ...found });
  return question;
}
