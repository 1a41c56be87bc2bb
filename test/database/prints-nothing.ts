import type { PdfPrinter } from '../../src/platform/files/pdf/pdf-printer.ts';

/** In place of a browser, which takes a second for each document: whoever reads a PDF gives a printer of their own. */
export const printsNothing: PdfPrinter = {
  isAble: true,
  print: async () => ({ kind: 'printed', bytes: Buffer.from('%PDF-1.4') }),
  stop: async () => undefined,
};
