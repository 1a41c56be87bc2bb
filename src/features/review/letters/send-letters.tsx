import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { sendPage } from '../../../views/page/send-page.tsx';
import type { Footprint } from '../../directory/index.ts';
import { requireCan } from '../../identity/index.ts';
import { listMembersNow } from '../../register/index.ts';
import { LettersPage } from '../views/letters-page.tsx';
import { listLetters } from './list-letters.ts';

/** The letters of a footprint, for whoever may read its roadmap: its members and the people who write it. */
export async function sendLetters(
  request: FastifyRequest,
  reply: FastifyReply,
  { database, pack }: AppContext,
  footprint: Footprint,
): Promise<FastifyReply> {
  const { areaId, slug, name } = footprint;
  const members = await listMembersNow(database, areaId, pack.positionOn);
  const organisationIds = members.map(({ organisationId }) => organisationId);
  requireCan(request, 'roadmap.read', { footprintIds: [areaId], organisationIds });
  const letters = await listLetters(database, areaId);
  return sendPage(request, reply, {
    title: `Letters about the roadmap of ${name}`,
    section: 'workspace',
    breadcrumbs: [
      { href: paths.workspace(), text: 'My work' },
      { href: paths.roadmap(slug), text: `Roadmap of ${name}` },
    ],
    illustrative: letters.some(({ illustrative }) => illustrative),
    body: <LettersPage footprint={footprint} letters={letters} />,
  });
}
