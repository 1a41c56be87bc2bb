import type { FastifyReply } from 'fastify';
import type { SheetToWrite } from '../files/workbook/workbook.ts';
import { writeWorkbook } from '../files/workbook/write-workbook.ts';

const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Sends sheets as a workbook to keep. `fileName`: without its ending. */
export function sendWorkbook(reply: FastifyReply, fileName: string, sheets: readonly SheetToWrite[]): FastifyReply {
  return reply
    .type(WORKBOOK_TYPE)
    .header('content-disposition', `attachment; filename="${fileName}.xlsx"`)
    .send(writeWorkbook(sheets));
}
