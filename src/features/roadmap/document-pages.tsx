import type { FastifyInstance } from 'fastify';
import type { ReactNode } from 'react';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import type { DocumentPageId } from '../../published-roadmap-paths.ts';
import type { RoadmapDocument } from './documents/frozen-document.ts';
import { parseWhatIf, whatIfParameters } from './finance/parse-what-if.ts';
import { FinancePage } from './finance/views/finance-page.tsx';
import { requireRoadmap } from './require-roadmap.ts';
import { sendRoadmapPage } from './roadmap-frame.tsx';
import { parseScheduleFilter, scheduleParameters } from './schedule/schedule-filter.ts';
import { SchedulePage } from './schedule/views/schedule-page.tsx';
import { documentOfVersion, versionInAddress } from './versions/read-version.ts';

/** A page that shows a document from one side. What is asked of it stands in its address, so that nothing is stored. */
export interface DocumentPage {
  readonly id: DocumentPageId;
  readonly title: string;
  /** Names of what may be asked in the address. */
  readonly parameters: readonly string[];
  readonly bodyOf: (shown: ShownDocument) => ReactNode;
}

export interface ShownDocument {
  readonly document: RoadmapDocument;
  readonly query: unknown;
  /** Of the page, with nothing asked. */
  readonly address: string;
}

export const documentPages: readonly DocumentPage[] = [
  {
    id: 'money',
    title: 'Money in the plan',
    parameters: whatIfParameters,
    bodyOf: ({ document, query, address }) => (
      <FinancePage document={document} whatIf={parseWhatIf(query)} address={address} />
    ),
  },
  {
    id: 'schedule',
    title: 'Deployment schedule',
    parameters: scheduleParameters,
    bodyOf: ({ document, query, address }) => (
      <SchedulePage document={document} filter={parseScheduleFilter(query)} address={address} />
    ),
  },
];

/** For everybody who may read a version: the document that was frozen, or a draft as it would be. */
export function documentPageRoutes(app: FastifyInstance, context: AppContext): void {
  for (const { id, title, bodyOf } of documentPages) {
    app.get(`/workspace/roadmaps/:slug/versions/:number/${id}`, async (request, reply) => {
      const exchange = await requireRoadmap(context, request, reply);
      const { version } = await versionInAddress(exchange);
      const { slug } = exchange.place.footprint;
      const { number } = version;
      const document = await documentOfVersion(exchange, version);
      return sendRoadmapPage(exchange, {
        title: `${title}, version ${number}`,
        crumbs: [{ href: paths.readVersion(slug, number), text: `Version ${number}` }],
        body: bodyOf({ document, query: request.query, address: paths.roadmapPage(slug, number, id) }),
      });
    });
  }
}
