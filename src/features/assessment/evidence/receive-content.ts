import type { FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { today } from '../../../platform/days.ts';
import { type FieldError, postedForm } from '../../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../../platform/forms/typed-form.ts';
import { scanFile } from '../../../platform/uploads/scan-file.ts';
import {
  type EvidenceForm,
  type FileContent,
  type LinkContent,
  parseEvidenceForm,
  type SentEvidence,
} from '../../evidence/index.ts';
import { sentFileFacts } from './sent-file-facts.ts';

export type Received =
  | {
      readonly kind: 'ok';
      readonly form: EvidenceForm;
      readonly content: LinkContent | SentEvidence | null;
      readonly typed: TypedForm;
    }
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[]; readonly typed: TypedForm };

/** Reads a form with a file or link, and has the file looked at. `needsContent`: whether there must be one of them. */
export async function receiveContent(
  { spooledFile, body }: Pick<FastifyRequest, 'spooledFile' | 'body'>,
  { config, clock, log }: Pick<AppContext, 'config' | 'clock' | 'log'>,
  needsContent: boolean,
): Promise<Received> {
  const { fileBytes: mostBytes, scanner } = config.evidence;
  const file = await sentFileFacts(spooledFile);
  const parsed = parseEvidenceForm(postedForm(body), { file, needsContent, mostBytes, today: today(clock) });
  if (parsed.kind === 'errors') {
    return parsed;
  }
  const { content } = parsed.value;
  const found = { kind: 'ok', form: parsed.value, typed: parsed.typed } as const;
  if (content?.kind !== 'file' || spooledFile === undefined) {
    return { ...found, content: linkOnly(content) };
  }
  const scanned = await scanFile(scanner, spooledFile);
  if (scanned.outcome === 'infected') {
    log.warn({ digest: spooledFile.digest, finding: scanned.detail }, 'a harmful file was sent and not kept');
    const message = `The virus scanner found something in this file (${scanned.detail}), so it was not kept. Tell your IT team, and choose another file`;
    return { kind: 'errors', errors: [{ field: 'file', message }], typed: parsed.typed };
  }
  return { ...found, content: { ...content, scanned, pieces: spooledFile.pieces } };
}

function linkOnly(content: FileContent | LinkContent | null): LinkContent | null {
  return content?.kind === 'link' ? content : null;
}
