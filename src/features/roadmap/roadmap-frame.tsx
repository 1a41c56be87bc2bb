import type { FastifyReply } from 'fastify';
import type { ReactNode } from 'react';
import { paths } from '../../paths.ts';
import type { Crumb } from '../../views/page/breadcrumb.tsx';
import { sendPage } from '../../views/page/send-page.tsx';
import type { Wording } from './drafts/wording.ts';
import type { RoadmapExchange } from './require-roadmap.ts';
import { ClosedDraftPage } from './views/closed-draft-page.tsx';

export interface RoadmapPage {
  readonly title: string;
  readonly body: ReactNode;
  readonly status?: number;
  readonly hasErrors?: boolean;
  /** Between the overview of the roadmap and this page. */
  readonly crumbs?: readonly Crumb[];
  /** True for the overview itself. */
  readonly isOverview?: boolean;
}

/** Sends a working page of a roadmap: its title names the footprint, the way back leads over the overview. */
export function sendRoadmapPage({ request, reply, place }: RoadmapExchange, page: RoadmapPage): FastifyReply {
  const { slug, name } = place.footprint;
  const overview = { href: paths.roadmap(slug), text: `Roadmap of ${name}` };
  const { status, hasErrors } = page;
  return sendPage(request, reply, {
    title: page.isOverview === true ? page.title : `${page.title} – ${name}`,
    section: 'workspace',
    breadcrumbs: [
      { href: paths.workspace(), text: 'My work' },
      ...(page.isOverview === true ? [] : [overview]),
      ...(page.crumbs ?? []),
    ],
    illustrative: place.version?.illustrative ?? false,
    body: page.body,
    ...(status === undefined ? {} : { status }),
    ...(hasErrors === undefined ? {} : { hasErrors }),
  });
}

/** Answers a save that came too late: the draft is closed, and what was typed is given back. */
export function sendClosedDraft(exchange: RoadmapExchange, reason: string, wording: readonly Wording[]): FastifyReply {
  return sendRoadmapPage(exchange, {
    title: 'This could not be saved',
    status: 409,
    body: <ClosedDraftPage slug={exchange.place.footprint.slug} reason={reason} wording={wording} />,
  });
}
