import { formatDate } from '../../../../views/format.ts';
import type { SignedStanding } from '../../../return-documents/index.ts';

/** That what was signed is validated, and since when; nothing where it is not. */
export function ValidatedNote({ signed }: { readonly signed: SignedStanding | null }) {
  return signed === null || signed.validatedAt === null ? null : (
    <p>Validated by the region on {formatDate(signed.validatedAt)}.</p>
  );
}
