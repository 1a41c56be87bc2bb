import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { cookieRules } from '../../src/platform/http/cookie-rules.ts';
import { requireFormTokens } from '../../src/platform/http/form-token.ts';
import { SubmitButton } from '../../src/views/forms/button.tsx';
import { RadiosField } from '../../src/views/forms/fields.tsx';
import { Form } from '../../src/views/forms/form.tsx';
import { sendPage } from '../../src/views/page/send-page.tsx';
import { choices, chosen, questions } from './questions.ts';

/** The page as this service draws it, its frame and form token included, without a database behind it. */
export async function ourFormPage(): Promise<FastifyInstance> {
  const app = Fastify();
  app.decorate('identity', {
    serviceName: 'Local Digital Roadmaps',
    organisationName: '',
    isDemonstration: false,
    lookingAt: { place: '', day: '2016-06-30', isPast: false },
    today: () => '2016-06-30',
  });
  app.decorate('assets', { styles: '/main.css', stylesText: '', script: '/main.js', icon: '/icon.svg' });
  app.decorateRequest('signedIn', null);
  app.decorateRequest('personaStrip', null);
  app.decorate('cookieRules', cookieRules({ publicUrl: null, isDemonstration: false }));
  const secret = 'a secret for the benchmark alone, nothing else';
  await app.register(cookie, { secret });
  await requireFormTokens(app, secret);
  app.get('/', (request, reply) =>
    sendPage(request, reply, {
      title: 'Leadership',
      body: (
        <>
          <h1>Leadership</h1>
          <Form>
            {questions.map((question) => (
              <RadiosField
                key={question.name}
                name={question.name}
                label={question.text}
                hint={question.help}
                choices={choices}
                value={chosen}
              />
            ))}
            <SubmitButton>Save and continue</SubmitButton>
          </Form>
        </>
      ),
    }),
  );
  return app;
}
