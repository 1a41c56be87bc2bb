import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { takeLargeFiles } from '../../../platform/forms/take-files.ts';
import { megabytesInWords } from '../../evidence/index.ts';
import { requireAssessedOrganisation } from '../require-assessed-organisation.ts';

/** Files of forms are taken from those alone who may add to the evidence of the organisation, and lie beside its other data meanwhile. */
export function attachEvidenceFiles(scope: FastifyInstance, context: AppContext): void {
  const { fileBytes } = context.config.evidence;
  takeLargeFiles(scope, {
    mostBytes: fileBytes,
    tooLarge: `A file of evidence may have up to ${megabytesInWords(fileBytes)}. Choose a smaller one, or give a link to it.`,
    mayEnter: (request) => requireAssessedOrganisation(request, context, 'evidence.add'),
    folder: path.join(context.config.dataDir, 'uploads'),
  });
}
