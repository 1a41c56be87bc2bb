import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { type AssessedOrganisation, framing } from '../assessment/index.ts';
import { takesAnyFile } from './read-return.ts';
import { ReturnFilesPage } from './views/return-files-page.tsx';
import { returnFilesView } from './views/return-files-view.ts';

/** The files that there are, and the form for one that comes back; with what is wrong with one that did. */
export async function sendFiles(
  request: FastifyRequest,
  reply: FastifyReply,
  context: AppContext,
  assessed: AssessedOrganisation,
  { errors, status }: { readonly errors: readonly FieldError[]; readonly status: number } = { errors: [], status: 422 },
): Promise<FastifyReply> {
  const view = returnFilesView(assessed, await takesAnyFile(context, assessed), errors);
  return sendPage(request, reply, {
    ...framing(assessed, 'Answers as files', errors, status),
    body: <ReturnFilesPage view={view} />,
  });
}
