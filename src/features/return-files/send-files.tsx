import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { type AssessedOrganisation, framing } from '../assessment/index.ts';
import { ReturnFilesPage } from './views/return-files-page.tsx';
import { returnFilesView } from './views/return-files-view.ts';

/** The files that there are, and the form for one that comes back; with what is wrong with one that did. */
export function sendFiles(
  request: FastifyRequest,
  reply: FastifyReply,
  assessed: AssessedOrganisation,
  errors: readonly FieldError[] = [],
  statusWithErrors = 422,
): FastifyReply {
  return sendPage(request, reply, {
    ...framing(assessed, 'Answers as files', errors, statusWithErrors),
    body: <ReturnFilesPage view={returnFilesView(assessed, errors)} />,
  });
}
