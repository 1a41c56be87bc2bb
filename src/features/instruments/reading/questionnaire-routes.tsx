import type { FastifyInstance } from 'fastify';
import type { AppContext } from '../../../context.ts';
import { paths } from '../../../paths.ts';
import { forEverybody } from '../../../platform/answers/public-answers.ts';
import { postedForm, textOf } from '../../../platform/forms/posted-form.ts';
import { NotFoundError } from '../../../platform/http/problem.ts';
import type { Crumb } from '../../../views/page/breadcrumb.tsx';
import { sendPage } from '../../../views/page/send-page.tsx';
import { sectionQuestions, sectionsOf } from '../../programme/index.ts';
import { findKeptInstrument } from '../kept/kept-instrument-repository.ts';
import { readInstrumentVersions } from '../read-instrument-versions.ts';
import type { InstrumentParams } from '../require-instrument.ts';
import { groupsOf, questionsRead } from './questionnaire-view.ts';
import { readableVersions } from './readable-version.ts';
import { QuestionnairePage } from './views/questionnaire-page.tsx';
import { QuestionnaireSectionPage } from './views/questionnaire-section-page.tsx';
import { QuestionnairesPage } from './views/questionnaires-page.tsx';

const aboveList: readonly Crumb[] = [{ href: paths.data(), text: 'Data' }];
const aboveVersion: readonly Crumb[] = [...aboveList, { href: paths.questionnaires(), text: 'Questionnaires' }];

/** What is asked and how it is scored, for everybody. */
export function questionnaireRoutes(app: FastifyInstance, context: AppContext): void {
  const { pack } = context;
  const address = '/questionnaires/:id/:version';

  app.get('/questionnaires', forEverybody(), async (request, reply) =>
    sendPage(request, reply, {
      title: 'Questionnaires',
      section: 'data',
      breadcrumbs: aboveList,
      body: <QuestionnairesPage versions={await listReadable(context)} />,
    }),
  );

  app.get<{ Params: InstrumentParams }>(address, forEverybody(), async (request, reply) => {
    const { instrument, version, others } = await getReadable(context, request.params);
    return sendPage(request, reply, {
      title: `${instrument.title}, version ${instrument.version}`,
      section: 'data',
      breadcrumbs: aboveVersion,
      body: <QuestionnairePage pack={pack} instrument={instrument} version={version} others={others} />,
    });
  });

  app.get<{ Params: InstrumentParams & { section: string } }>(
    `${address}/sections/:section`,
    forEverybody('setting'),
    async (request, reply) => {
      const { instrument } = await getReadable(context, request.params);
      const section = sectionsOf(instrument).find(({ id }) => id === request.params.section);
      const itself = paths.questionnaire(instrument.id, instrument.version);
      if (section === undefined) {
        throw new NotFoundError('The questionnaire has no such section.', {
          href: itself,
          text: 'Go to the questionnaire',
        });
      }
      const settings = pack.careSettings.filter(({ id }) => sectionQuestions(section, id).length > 0);
      const asked = textOf(postedForm(request.query), 'setting');
      const shown = settings.find(({ id }) => id === asked)?.id ?? null;
      return sendPage(request, reply, {
        title: `${section.title}: ${instrument.title}`,
        section: 'data',
        breadcrumbs: [...aboveVersion, { href: itself, text: `${instrument.title}, version ${instrument.version}` }],
        body: (
          <QuestionnaireSectionPage
            instrument={instrument}
            section={section}
            questions={questionsRead(pack, instrument, section, shown)}
            settings={settings}
            shown={shown}
            groups={groupsOf(pack, instrument, section)}
          />
        ),
      });
    },
  );
}

async function listReadable({ database, pack }: AppContext) {
  return readableVersions(pack, await readInstrumentVersions(database, pack));
}

/** A version by its name or its digest, as the API has it. */
async function getReadable(context: AppContext, { id, version: name }: InstrumentParams) {
  const kept = await findKeptInstrument(context.database, id, name);
  const versions = (await listReadable(context)).filter((each) => each.id === id);
  const version = versions.find((each) => each.version === kept?.instrument.version);
  if (kept === null || version === undefined) {
    throw new NotFoundError('There is no such version of a questionnaire. Look for it in the list.', {
      href: paths.questionnaires(),
      text: 'Go to the questionnaires',
    });
  }
  return { instrument: kept.instrument, version, others: versions.filter((each) => each !== version) };
}
