import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { tableOf } from '../../platform/csv-table.ts';
import { type DownloadFormat, sendListDownload } from '../../platform/http/list-download.ts';
import { sendWorkbook } from '../../platform/http/send-workbook.ts';
import {
  type AssessedOrganisation,
  answerLines,
  answersTable,
  assessmentAddresses,
  readClassedAnswers,
  requireAssessedOrganisation,
  requireReadable,
} from '../assessment/index.ts';
import { type JsonLine, jsonHead, jsonLine } from './json-lines.ts';
import { readBackRoutes } from './read-back-routes.tsx';
import { readReturn, readWhole } from './read-return.ts';
import { sendFiles } from './send-files.tsx';
import { returnSheets } from './workbook/section-sheets.ts';

/** One's own answers as files: a workbook, a table, and JSON. */
export function returnFileRoutes(app: FastifyInstance, context: AppContext): void {
  for (const assessment of assessmentAddresses) {
    const address = `${assessment}/files`;
    app.get(address, async (request, reply) => {
      return sendFiles(request, reply, context, await requireFiles(request, context));
    });
    app.get(`${address}/answers.xlsx`, async (request, reply) => {
      const assessed = await requireFiles(request, context);
      const { whole, assessed: parts } = await readWhole(context, assessed);
      parts.forEach(requireReadable);
      return sendWorkbook(reply, fileName(assessed), returnSheets(whole));
    });
    app.get(`${address}/answers.csv`, async (request, reply) =>
      sendTable(reply, context, await requireFiles(request, context)),
    );
    app.get(`${address}/answers.json`, async (request, reply) =>
      sendJson(reply, context, await requireFiles(request, context)),
    );
  }
  readBackRoutes(app, context);
}

/** Whoever reads the answers on a page has them as a file. */
async function requireFiles(request: FastifyRequest, context: AppContext): Promise<AssessedOrganisation> {
  const assessed = await requireAssessedOrganisation(request, context, 'assessment.read');
  requireReadable(assessed);
  return assessed;
}

function fileName({ addressKey, round, setting }: AssessedOrganisation): string {
  return ['answers', addressKey, round.id, ...(setting === null ? [] : [setting])].join('-');
}

async function sendTable(reply: FastifyReply, context: AppContext, assessed: AssessedOrganisation) {
  const { instrument, careSetting } = assessed;
  const saved = await readClassedAnswers(context, assessed);
  return sendListDownload(reply, {
    ...download(assessed, 'csv'),
    batches: [answerLines(instrument, careSetting, saved, whoseAnswers(assessed))],
    table: answersTable,
    head: {},
    foot: () => ({}),
  });
}

/** Whose answers they are: until a return is sent to be signed, those of its group are the giver's. */
function whoseAnswers({ organisation, sentWith, takes }: AssessedOrganisation) {
  const taken = takes.filter(({ giver }) => giver !== null);
  const giver = taken[0]?.giver ?? null;
  const now =
    giver === null
      ? null
      : {
          giver: { code: giver.organisationId, name: giver.name },
          sectionIds: taken.flatMap(({ sectionIds }) => sectionIds),
        };
  return { organisation, sentWith: sentWith ?? now };
}

async function sendJson(reply: FastifyReply, context: AppContext, assessed: AssessedOrganisation) {
  const whole = await readReturn(context, assessed);
  return sendListDownload<JsonLine>(reply, {
    ...download(assessed, 'json'),
    batches: [whole.lines.map(jsonLine)],
    table: tableOf<JsonLine>([]),
    head: jsonHead(whole),
    foot: () => ({ questions: whole.lines.length }),
  });
}

function download(assessed: AssessedOrganisation, format: DownloadFormat) {
  return { format, fileName: fileName(assessed) };
}
