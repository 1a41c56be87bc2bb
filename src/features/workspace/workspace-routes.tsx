import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { today } from '../../platform/days.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { can, describeGrant, hasPasskey, requireActor } from '../identity/index.ts';
import { gatherWork } from './gather-work.ts';
import { roundsAhead } from './rounds-ahead.ts';
import { MyWorkPage } from './views/my-work-page.tsx';
import { workItems } from './work-items.ts';
import { workLinks } from './work-links.ts';

/** `My work`: where a person lands after signing in. */
export function workspaceRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace', async (request, reply) => {
    const actor = requireActor(request);
    const withheld = (request.withheldGrants ?? []).map(describeGrant);
    const items = workItems(actor, await gatherWork({ ...context, settings: app.settings.current }, actor));
    return sendPage(request, reply, {
      title: 'My work',
      section: 'workspace',
      // What is said of places there rests on their answers and plans.
      illustrative: context.config.isDemonstration && items.some(({ part }) => part !== null),
      body: (
        <MyWorkPage
          name={actor.name}
          roles={actor.grants.map(describeGrant)}
          items={items}
          links={workLinks(actor)}
          withheld={withheld}
          hasPasskey={withheld.length > 0 && (await hasPasskey(context.database, actor.personId))}
          today={today(context.clock)}
          ahead={roundsAhead(context.pack, today(context.clock))}
          mayManageRounds={can(actor, 'round.manage')}
        />
      ),
    });
  });
}
