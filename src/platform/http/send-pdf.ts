import type { FastifyReply } from 'fastify';
import type { PrintOutcome } from '../files/pdf/pdf-printer.ts';
import { NotFoundError, type ProblemLink, UnavailableError } from './problem.ts';

const SOON_SECONDS = 10;

/** How many PDFs may be made before one: whoever signs in for their own is not kept from it by what anybody asks for. */
export const pdfsBefore = { own: 8, everybodys: 4 } as const;

/** Sends what was printed as a file to keep, or says what to do without it. `fileName`: without its ending. `page`: what was to be printed. */
export function sendPdf(reply: FastifyReply, fileName: string, printed: PrintOutcome, page: ProblemLink): FastifyReply {
  const later = { retryAfterSeconds: SOON_SECONDS, isOutcomeUnknown: false };
  switch (printed.kind) {
    case 'printed':
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${fileName}.pdf"`)
        .send(printed.bytes);
    case 'busy':
      throw new UnavailableError('Other PDFs are being made just now.', later);
    case 'too-much':
      throw new UnavailableError(
        'Making this PDF took longer than it may. If that happens again, open the page and print it to a file.',
        later,
      );
    case 'unable':
      throw new NotFoundError(
        'The service cannot make PDFs where it runs. Open the page and print it to a file: it is laid out for A4, with every fold open.',
        page,
      );
  }
}
