import { filledFrom } from '../../../src/features/return-files/testing/filled-return.ts';
import { paths } from '../../../src/paths.ts';
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
