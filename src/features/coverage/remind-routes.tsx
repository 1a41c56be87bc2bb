import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { today } from '../../platform/days.ts';
import type { FieldError } from '../../platform/forms/posted-form.ts';
import { sendListDownload } from '../../platform/http/list-download.ts';
import { ForbiddenError } from '../../platform/http/problem.ts';
import { countOf } from '../../views/format.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { type Actor, acting, can, mayAnywhere, requireActor } from '../identity/index.ts';
import { instrumentOfRound, roundState } from '../programme/index.ts';
import { recordReminder } from '../rounds/index.ts';
import { hasReminded } from './coverage.ts';
import { partsOf } from './coverage-query.ts';
import { type AskedCoverage, readAskedCoverage } from './read-asked-coverage.ts';
import { readWhomToRing, type WhomToRing, whomToRingTable } from './read-whom-to-ring.ts';
import { problemAnchor, RemindPage, type RemindProblem } from './views/remind-page.tsx';

/** Has those reminded who have not submitted, in the places that a list is narrowed to. */
export function remindRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/programme/coverage/remind', async (request, reply) => {
    const asked = await readAskedCoverage(request, context);
    return sendRemindPage(request, reply, withReminded(request, asked), context, []);
  });

  app.get('/workspace/programme/coverage/remind.csv', async (request, reply) => {
    const reminder = withReminded(request, await readAskedCoverage(request, context));
    return sendListDownload(reply, {
      format: 'csv',
      fileName: `to-remind-${reminder.round.id}`,
      batches: [await readByHand(context, reminder)],
      table: whomToRingTable,
      head: {},
      foot: () => ({}),
    });
  });

  app.post('/workspace/programme/coverage/remind', async (request, reply) => {
    const reminder = withReminded(request, await readAskedCoverage(request, context));
    const { query, round, reminded } = reminder;
    const words = context.pack.assessed;
    const problem = problemOf(app, requireActor(request), reminder, context);
    if (problem !== null) {
      return sendRemindPage(request, reply, reminder, context, [{ field: problemAnchor, message: problem.message }]);
    }
    const subject = { regionIds: reminded[0]?.regions.map(({ areaId }) => areaId) ?? [] };
    const by = acting(requireActor(request), 'round.remind', subject, context.clock());
    const organisations = reminded.map(({ organisationId }) => organisationId);
    await recordReminder(context.database, round, organisations, by);
    return redirectWithSuccess(
      reply,
      paths.coverage(partsOf(query)),
      `${countOf(reminded.filter(hasReminded).length, words.one, words.many)} reminded. Coordinators and those who sign there are written to, except anybody who was reminded today already.`,
    );
  });
}

export interface AskedReminder extends AskedCoverage {
  /** Of those asked for the ones that the person may have reminded, and of these who has not submitted. */
  readonly mine: AskedCoverage['rows'];
  readonly reminded: AskedCoverage['rows'];
}

function withReminded(request: FastifyRequest, asked: AskedCoverage): AskedReminder {
  const actor = requireActor(request);
  if (!mayAnywhere(actor, 'round.remind')) {
    throw new ForbiddenError('Reminders are sent by regional reviewers and programme managers.');
  }
  const mine = asked.waiting.filter(({ regions }) =>
    can(actor, 'round.remind', { regionIds: regions.map(({ areaId }) => areaId) }),
  );
  return { ...asked, mine, reminded: mine.filter(({ state }) => state !== 'submitted') };
}

function isOpenNow({ round }: Pick<AskedReminder, 'round'>, { clock }: Pick<AppContext, 'clock'>): boolean {
  return roundState(round, today(clock)) === 'open';
}

/** Null where somebody can be reminded. */
function problemOf(
  app: FastifyInstance,
  actor: Actor,
  { query, round, isPresent, mine, reminded }: AskedReminder,
  { clock, pack: { assessed: words } }: AppContext,
): RemindProblem | null {
  if (!isOpenNow({ round }, { clock })) {
    return {
      message: 'The round is not open, so nothing can be submitted',
      ...(can(actor, 'round.manage') ? { mend: { href: paths.rounds(), text: 'Rounds and their deadlines' } } : {}),
    };
  }
  if (!isPresent) {
    const href = paths.coverage(partsOf(query, { round: '' }));
    return {
      message: 'People are reminded of the present round alone, and this is another',
      mend: { href, text: 'See the coverage of the present round' },
    };
  }
  if (app.letters === null) {
    return can(actor, 'settings.change')
      ? {
          message: 'No mail server is set up, so nobody can be written to',
          mend: { href: paths.serviceSettings(), text: 'Set up a mail server' },
        }
      : { message: 'No mail server is set up, so nobody can be written to. An administrator sets it up' };
  }
  if (mine.length === 0) {
    return { message: `None of the ${words.many} whom you look after is in these places and stands where you asked` };
  }
  if (reminded.length === 0) {
    return { message: `Every ${words.one} you asked for has submitted` };
  }
  return reminded.some(hasReminded)
    ? null
    : {
        message: `None of these ${words.many} has a coordinator or anybody to sign, so there is nobody to write to`,
        mend: { href: paths.inviteMany(), text: 'Invite people' },
      };
}

/** Those whom the person may have reminded are people whom they may see. */
function readByHand(context: AppContext, { round, reminded }: AskedReminder): Promise<WhomToRing[]> {
  return readWhomToRing(context, reminded, instrumentOfRound(context.pack, round.id).signing.roles);
}

async function sendRemindPage(
  request: FastifyRequest,
  reply: FastifyReply,
  reminder: AskedReminder,
  context: AppContext,
  errors: readonly FieldError[],
): Promise<FastifyReply> {
  const byHand =
    request.server.letters === null && isOpenNow(reminder, context) ? await readByHand(context, reminder) : null;
  return sendPage(request, reply, {
    title: `Remind ${context.pack.assessed.many}`,
    status: errors.length > 0 ? 422 : 200,
    section: 'workspace',
    breadcrumbs: [
      { href: paths.workspace(), text: 'My work' },
      { href: paths.coverage(partsOf(reminder.query)), text: 'Coverage' },
    ],
    body: (
      <RemindPage
        {...reminder}
        byHand={byHand}
        words={context.pack.assessed}
        problem={problemOf(request.server, requireActor(request), reminder, context)}
        errors={errors}
      />
    ),
  });
}
