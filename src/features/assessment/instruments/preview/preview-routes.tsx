import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AppContext } from '../../../../context.ts';
import { paths } from '../../../../paths.ts';
import { postedForm, textOf } from '../../../../platform/forms/posted-form.ts';
import { sendPage } from '../../../../views/page/send-page.tsx';
import { requireInstrument } from '../../../instruments/index.ts';
import { type Instrument, questionsFor, sectionsFor } from '../../../programme/index.ts';
import { SectionPreviewPage } from '../../views/section-page.tsx';
import { sectionView } from '../../views/section-view.ts';
import { madeUpAnswers } from './made-up-answers.ts';
import { parseScoringQuery } from './parse-scoring-query.ts';
import { scoringView } from './scoring-view.ts';
import { NothingAskedPage } from './views/nothing-asked-page.tsx';
import { ScoringPage } from './views/scoring-page.tsx';

/** A version of a questionnaire before it is asked: as those who answer will see it, and scored with made-up answers. Nothing is saved. */
export function previewRoutes(app: FastifyInstance, context: AppContext): void {
  const { pack } = context;
  const address = '/workspace/programme/instruments/:id/:version';

  app.get(`${address}/preview`, async (request, reply) => {
    const { instrument, crumbs } = await requireInstrument(request, context);
    const setting = settingAsked(request, context, instrument);
    const sections = sectionsFor(instrument, setting.id);
    const asked = textOf(postedForm(request.query), 'section');
    const section = sections.find(({ id }) => id === asked) ?? sections[0];
    const page = { title: `Preview: ${instrument.title}`, section: 'workspace', breadcrumbs: crumbs } as const;
    if (section === undefined) {
      return sendPage(request, reply, { ...page, body: <NothingAskedPage setting={setting.label} /> });
    }
    const frame = {
      organisation: `Preview for ${setting.label.toLowerCase()}: ${instrument.title}, version ${instrument.version}`,
      instrument,
      careSetting: setting.id,
      sectionHref: (id: string) =>
        paths.instrumentPreview(instrument.id, instrument.version, { setting: setting.id, section: id }),
      list: paths.instrument(instrument.id, instrument.version),
    };
    return sendPage(request, reply, { ...page, body: <SectionPreviewPage view={sectionView(frame, section, [])} /> });
  });

  app.get(`${address}/scoring`, async (request, reply) => {
    const { instrument, crumbs } = await requireInstrument(request, context);
    const setting = settingAsked(request, context, instrument);
    const questions = questionsFor(instrument, setting.id);
    const query = parseScoringQuery(
      postedForm(request.query),
      questions.map(({ id }) => id),
    );
    const answers = madeUpAnswers(instrument, setting.id, query.fill, query.chosen);
    return sendPage(request, reply, {
      title: `Scoring: ${instrument.title}`,
      section: 'workspace',
      breadcrumbs: crumbs,
      body: (
        <ScoringPage
          view={scoringView(instrument, { careSetting: setting.id, answers, ...query })}
          action={paths.instrumentScoring(instrument.id, instrument.version)}
          careSettings={pack.careSettings.filter(({ id }) => sectionsFor(instrument, id).length > 0)}
        />
      ),
    });
  });
}

/** The care setting of the address, or the first one that is asked anything. */
function settingAsked(request: FastifyRequest, { pack }: AppContext, instrument: Instrument) {
  const asked = textOf(postedForm(request.query), 'setting');
  const [first = { id: '', label: '' }] = pack.careSettings.filter(({ id }) => sectionsFor(instrument, id).length > 0);
  return pack.careSettings.find(({ id }) => id === asked) ?? first;
}
