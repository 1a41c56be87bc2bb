import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { can } from '../identity/index.ts';
import type { ProgrammePack } from '../programme/index.ts';
import { type Exemplar, isLive } from './exemplar.ts';
import { findExemplar, listExemplars } from './exemplar-repository.ts';
import { manageExemplarRoutes } from './manage-exemplar-routes.tsx';
import { factsOf } from './views/exemplar-facts.tsx';
import { cardOf, careSettingChoices, groupChoices, groupLabel } from './views/exemplar-models.ts';
import { type ExemplarModel, ExemplarPage } from './views/exemplar-page.tsx';
import { ExemplarsPage } from './views/exemplars-page.tsx';

/** Exemplars for the public; the pages of those who designate them are in `manage-exemplar-routes.tsx`. */
export function exemplarRoutes(app: FastifyInstance, context: AppContext): void {
  const { database, pack } = context;

  app.get('/exemplars', forEverybody('q', 'group', 'care-setting'), async (request, reply) => {
    const query = readQuery(request.query, pack);
    const states = ['designated'] as const;
    const all = await listExemplars(database, { search: '', groupId: '', typeIds: null, states });
    const found = await listExemplars(database, {
      search: query.search,
      groupId: query.group,
      typeIds: query.typeIds,
      states,
    });
    return sendPage(request, reply, {
      title: 'Exemplars',
      section: 'exemplars',
      illustrative: found.some((exemplar) => exemplar.illustrative),
      body: (
        <ExemplarsPage
          model={{
            search: query.search,
            group: query.group,
            careSetting: query.careSetting,
            groups: groupChoices(pack),
            careSettings: careSettingChoices(pack),
            exemplars: found.map((exemplar) => cardOf(pack, exemplar)),
            isEmpty: all.length === 0,
          }}
        />
      ),
    });
  });

  app.get<{ Params: { id: string } }>('/exemplars/:id', forEverybody(), async (request, reply) => {
    const exemplar = await getExemplar(context, request.params.id);
    const mayWithdraw = isLive(exemplar.state) && can(request.actor, 'exemplar.designate');
    return sendPage(request, reply, {
      title: exemplar.title,
      section: 'exemplars',
      breadcrumbs: [{ href: paths.exemplars(), text: 'Exemplars' }],
      illustrative: exemplar.illustrative,
      body: <ExemplarPage model={modelOf(pack, exemplar, mayWithdraw)} />,
    });
  });

  manageExemplarRoutes(app, context);
}

/** An exemplar the public may read about, withdrawn ones included. */
async function getExemplar(context: AppContext, id: string): Promise<Exemplar> {
  const exemplar = await findExemplar(context.database, id);
  if (exemplar === null || !(isLive(exemplar.state) || exemplar.state === 'withdrawn')) {
    throw new NotFoundError('There is no such exemplar. Look for it in the list of exemplars.', {
      href: paths.exemplars(),
      text: 'Go to the exemplars',
    });
  }
  return exemplar;
}

function modelOf(pack: ProgrammePack, exemplar: Exemplar, mayWithdraw: boolean): ExemplarModel {
  return {
    title: exemplar.title,
    reason: exemplar.reason,
    groupLabel: groupLabel(pack, exemplar.groupId),
    facts: factsOf(pack, exemplar),
    withdrawal:
      exemplar.withdrawnAt === null ? null : { on: formatDate(exemplar.withdrawnAt), reason: exemplar.withdrawnReason },
    withdrawHref: mayWithdraw ? paths.withdrawExemplar(exemplar.exemplarId) : null,
  };
}

/** What is looked for. A group or setting the programme does not have counts as all. */
function readQuery(query: unknown, pack: ProgrammePack) {
  const posted = postedForm(query);
  const group = textOf(posted, 'group');
  const careSetting = textOf(posted, 'care-setting');
  const knownSetting = pack.careSettings.some(({ id }) => id === careSetting);
  return {
    search: textOf(posted, 'q').slice(0, 100),
    group: pack.capabilityGroups.some(({ id }) => id === group) ? group : '',
    careSetting: knownSetting ? careSetting : '',
    typeIds: knownSetting
      ? pack.organisationTypes.filter((type) => type.careSetting === careSetting).map(({ id }) => id)
      : null,
  };
}
