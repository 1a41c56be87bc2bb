import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { publicUrlOf } from '../../platform/config.ts';
import { today } from '../../platform/days.ts';
import { writeWordApart } from '../../platform/files/word/write-word-apart.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { pdfsBefore, sendPdf } from '../../platform/http/send-pdf.ts';
import { sendWorkbook } from '../../platform/http/send-workbook.ts';
import { formatDate } from '../../views/format.ts';
import { renderAlone, renderMarkup } from '../../views/page/send-page.tsx';
import { packOfRound } from '../programme/index.ts';
import { downloadFileName, type Edition, requireEditionAt, signaturesOf } from '../publication/index.ts';
import {
  documentTables,
  type MemberFile,
  requireVersionRead,
  type VersionRead,
  versionFileName,
  versionStateLabels,
  type WholeFile,
} from '../roadmap/index.ts';
import { type RoadmapCopy, titleOfCopy } from './roadmap-copy.ts';
import { BoardPaperPage } from './views/board-paper-page.tsx';
import { PaperPage } from './views/paper-page.tsx';
import { roadmapSheets } from './workbook/roadmap-sheets.ts';

interface PublicRoute {
  readonly Params: { readonly slug: string; readonly number: string; readonly file: string };
}

/** A version of a roadmap as files: for everybody what is public of it, for those who work on it all of it. */
export function roadmapFileRoutes(app: FastifyInstance, context: AppContext): void {
  app.get<PublicRoute>(
    '/footprints/:slug/roadmap/versions/:number/files/:file',
    forEverybody(),
    async (request, reply) => {
      const edition = await requireEditionAt(request.params, context);
      const { slug } = edition.footprint;
      const { versionNumber } = edition.publication;
      return sendFile(request, reply, context, {
        copy: publicCopyOf(edition, context),
        name: versionFileName(slug, versionNumber),
        href: paths.publishedVersion(slug, versionNumber),
        mostBefore: pdfsBefore.everybodys,
      });
    },
  );
  app.get<PublicRoute>('/workspace/roadmaps/:slug/versions/:number/files/:file', async (request, reply) => {
    const read = await requireVersionRead(context, request, reply);
    const { slug } = read.exchange.place.footprint;
    const { number } = read.version;
    return sendFile(request, reply, context, {
      copy: ownCopyOf(read, context),
      name: versionFileName(slug, number),
      href: paths.readVersion(slug, number),
      mostBefore: pdfsBefore.own,
    });
  });
}

interface Asked {
  readonly copy: RoadmapCopy;
  /** For the name of a file, without its ending. */
  readonly name: string;
  /** Of the page that shows the version. */
  readonly href: string;
  /** How many PDFs may be made before one. */
  readonly mostBefore: number;
}

type Exchange = readonly [FastifyRequest, FastifyReply, AppContext, Asked];

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

type Sender = (...exchange: Exchange) => FastifyReply | Promise<FastifyReply>;

const senders: Readonly<Record<WholeFile, Sender>> = {
  'roadmap.pdf': async (request, reply, context, asked) => {
    const printed = await context.pdf.print(paperOf(request, context, asked), asked.mostBefore);
    return sendPdf(reply, asked.name, printed, { href: asked.href, text: 'Open the roadmap' });
  },
  'roadmap.docx': async (request, reply, { config }, { copy, name }) => {
    const markup = renderMarkup(request, <PaperPage copy={copy} />, publicUrlOf(config));
    return reply
      .type(WORD_TYPE)
      .header('content-disposition', `attachment; filename="${name}.docx"`)
      .send(await writeWordApart(titleOfCopy(copy), markup));
  },
  'tables.xlsx': (_request, reply, _context, { copy, name }) =>
    sendWorkbook(reply, `${name}-tables`, roadmapSheets(copy)),
  'roadmap.html': (request, reply, context, asked) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', `attachment; filename="${asked.name}.html"`)
      .send(paperOf(request, context, asked)),
};

/** Of what a board reads; there is none for the public. */
const boardSenders: Readonly<Record<MemberFile, Sender>> = {
  'board-paper.pdf': async (request, reply, context, asked) => {
    const printed = await context.pdf.print(boardPaperOf(request, context, asked), asked.mostBefore);
    return sendPdf(reply, `${asked.name}-board-paper`, printed, { href: asked.href, text: 'Open the roadmap' });
  },
  'board-paper.html': (request, reply, context, asked) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-disposition', `attachment; filename="${asked.name}-board-paper.html"`)
      .send(boardPaperOf(request, context, asked)),
};

function boardPaperOf(request: FastifyRequest, { config, clock, pack }: AppContext, { copy }: Asked): string {
  const { submissionRule } = packOfRound(pack, copy.document.round.id);
  const body = <BoardPaperPage copy={copy} mustSign={submissionRule.mustEndorse} day={today(clock)} />;
  const page = { title: `Board paper: ${titleOfCopy(copy)}`, illustrative: copy.document.illustrative, body };
  return renderAlone(request, page, publicUrlOf(config));
}

function sendFile(...exchange: Exchange): FastifyReply | Promise<FastifyReply> {
  const [request, reply, , { copy, name, href }] = exchange;
  const { file } = request.params as PublicRoute['Params'];
  if (copy.document.illustrative) {
    reply.header('x-robots-tag', 'noindex');
  }
  const forReader: Readonly<Record<string, Sender>> =
    copy.published === null ? { ...senders, ...boardSenders } : senders;
  const send = Object.hasOwn(forReader, file) ? forReader[file] : undefined;
  if (send !== undefined) {
    return send(...exchange);
  }
  const table = documentTables(copy.document).find((each) => file === `${each.name}.csv`);
  if (table === undefined) {
    throw new NotFoundError('This version is not to be had as a file of this name.', {
      href,
      text: 'Open the roadmap',
    });
  }
  return sendListDownload(reply, {
    format: 'csv',
    fileName: `${name}-${table.name}`,
    batches: [table.rows],
    table: { columns: table.columns.map(({ id }) => id), rowsOf: (row) => [row] },
    head: {},
    foot: () => ({}),
  });
}

function paperOf(request: FastifyRequest, { config }: AppContext, { copy }: Asked): string {
  const page = { title: titleOfCopy(copy), illustrative: copy.document.illustrative, body: <PaperPage copy={copy} /> };
  return renderAlone(request, page, publicUrlOf(config));
}

/** As everybody may read it. */
function publicCopyOf({ footprint, publication, download }: Edition, { pack, config }: AppContext): RoadmapCopy {
  const { slug } = footprint;
  const { versionNumber, releaseNumber, publishedAt, recordDigest } = publication;
  const base = publicUrlOf(config);
  return {
    document: download.document,
    template: pack.roadmapTemplate,
    signatures: signaturesOf(download),
    digest: download.digest,
    standing: `Published on ${formatDate(publishedAt)}, as release ${releaseNumber}`,
    published: {
      recordDigest,
      file: {
        href: `${base}${paths.roadmapDownload(slug, versionNumber)}`,
        name: downloadFileName(slug, versionNumber),
      },
    },
    page: `${base}${paths.publishedVersion(slug, versionNumber)}`,
  };
}

/** With all that is withheld from the public. */
function ownCopyOf(
  { exchange, version, document, signatures }: VersionRead,
  { pack, config }: AppContext,
): RoadmapCopy {
  return {
    document,
    template: pack.roadmapTemplate,
    signatures,
    digest: version.digest,
    standing: versionStateLabels[version.state],
    published: null,
    page: `${publicUrlOf(config)}${paths.readVersion(exchange.place.footprint.slug, version.number)}`,
  };
}
