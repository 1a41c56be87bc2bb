import { signInAs } from '../../../../test/builders/sign-in-as.ts';
import type { PageReader } from '../../../../test/database/page-reader.ts';
import type { TestService } from '../../../../test/database/test-service.ts';
import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';
import { roundId } from './real-instrument.ts';

const SA1 = { section: 'strategic-alignment', question: 'SA1' };
export const SA2 = { section: 'strategic-alignment', question: 'SA2' };

/** The page of what one answer rests on. */
export function evidenceFor(trust: string, of = SA1): string {
  return paths.questionEvidence(trust, roundId, of);
}

const labels: Readonly<Record<string, string>> = {
  title: 'Name (optional)',
  page: 'Page or part (optional)',
  effective: 'First day on which it holds (optional)',
  expires: 'Last day on which it holds (optional)',
  reason: 'Why is it removed?',
};

/** What stands in a field of the forms by which evidence is added and removed. */
export function typedIn(page: PageReader, name: string): string {
  return page.field(labels[name] ?? name).value;
}

export function pdf(about = 'a board paper', more: Uint8Array = new Uint8Array()): Buffer<ArrayBuffer> {
  return Buffer.concat([Buffer.from(`%PDF-1.7\n% ${about}\n`), more]);
}

export function coordinatorOf(service: TestService, trust: string, name = 'Cora Example'): Promise<Visitor> {
  return signInAs(service, [{ role: 'coordinator', scopeId: trust }], { name });
}

/** What an organisation keeps, in the order in which it was added. */
export function itemsOf({ database }: TestService, trust: string) {
  return database.selectFrom('evidence').selectAll().where('organisation_id', '=', trust).orderBy('added_at').execute();
}

export async function onlyItemOf(service: TestService, trust: string): Promise<string> {
  const [item] = await itemsOf(service, trust);
  return item?.evidence_id ?? '';
}
