import type { Visitor } from '../../../../test/database/visitor.ts';
import { paths } from '../../../paths.ts';

/** Proposes that the text of a version that is kept now may be asked. */
export async function proposeVersion(visitor: Visitor, id: string, version: string) {
  const page = await visitor.read(paths.instrument(id, version));
  const digest = page.section('Activate it').hidden('digest');
  return visitor.submit(paths.instrument(id, version), { digest }, paths.proposeInstrument(id, version));
}

/** What the page of a version that is proposed holds for the step that is next. */
export async function stepOnVersion(visitor: Visitor, id: string, version: string) {
  const page = await visitor.read(paths.instrument(id, version));
  return {
    digest: page.fact('Digest').text.replaceAll(' ', ''),
    activation: page.section('Withdraw the proposal').hidden('activation'),
  };
}

/** A second person reads what is proposed and says that it may be asked. */
export async function confirmVersion(visitor: Visitor, id: string, version: string) {
  const step = await stepOnVersion(visitor, id, version);
  return visitor.submit(paths.instrument(id, version), step, paths.confirmInstrument(id, version));
}
