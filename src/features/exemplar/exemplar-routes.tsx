import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { forEverybody } from '../../platform/answers/public-answers.ts';
import { postedForm, textOf } from '../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../platform/http/problem.ts';
import { formatDate } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { type Day, readDay } from '../directory/index.ts';
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

  app.get('/exemplars', forEverybody('as-at', 'q', 'group', 'care-setting'), async (request, reply) => {
    const day = readDay(request.query, context);
    const query = readQuery(request.query, pack);
    const states = ['designated'] as const;
    const all = await listExemplars(database, { search: '', groupId: '', typeIds: null, states }, day);
    const { search, group: groupId, typeIds } = query;
    const found = await listExemplars(database, { search, groupId, typeIds, states }, day);
    return sendPage(request, reply, {
      title: 'Exemplars',
      section: 'exemplars',
      illustrative: found.some((exemplar) => exemplar.illustrative),
      body: (
        <ExemplarsPage
          day={day}
          model={{
            search: query.search,
            group: query.group,
            careSetting: query.careSetting,
            groups: groupChoices(pack),
            careSettings: careSettingChoices(pack),
            exemplars: found.map((exemplar) => cardOf(pack, exemplar, day)),
            isEmpty: all.length === 0,
          }}
        />
      ),
    });
  });

  app.get<{ Params: { id: string } }>('/exemplars/:id', forEverybody('as-at'), async (request, reply) => {
    const day = readDay(request.query, context);
    const exemplar = await getExemplar(context, request.params.id, day);
    const mayWithdraw = isLive(exemplar.state) && can(request.actor, 'exemplar.designate');
    return sendPage(request, reply, {
      title: exemplar.title,
      section: 'exemplars',
      breadcrumbs: [{ href: day.link(paths.exemplars()), text: 'Exemplars' }],
      illustrative: exemplar.illustrative,
      body: <ExemplarPage day={day} model={modelOf(pack, exemplar, { day, mayWithdraw })} />,
    });
  });

  manageExemplarRoutes(app, context);
}

/** An exemplar the public may read about by the day, withdrawn ones included. */
async function getExemplar(context: AppContext, id: string, day: Day): Promise<Exemplar> {
  const exemplar = await findExemplar(context.database, id, day);
  if (exemplar === null) {
    const isLater = day.isChosen && (await findExemplar(context.database, id, { ...day, recordedBy: null })) !== null;
    if (isLater) {
      throw new NotFoundError(`It had not been designated by ${formatDate(day.asAt)}.`, {
        href: paths.exemplar(id),
        text: 'Go to the exemplar as it is now',
      });
    }
    throw new NotFoundError('There is no such exemplar. Look for it in the list of exemplars.', {
      href: day.link(paths.exemplars()),
      text: 'Go to the exemplars',
    });
  }
  return exemplar;
}

function modelOf(
  pack: ProgrammePack,
  exemplar: Exemplar,
  { day, mayWithdraw }: { readonly day: Day; readonly mayWithdraw: boolean },
): ExemplarModel {
  return {
    exemplarId: exemplar.exemplarId,
    title: exemplar.title,
    reason: exemplar.reason,
    groupLabel: groupLabel(pack, exemplar.groupId),
    facts: factsOf(pack, exemplar, day),
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
