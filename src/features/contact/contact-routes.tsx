import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppContext } from '../../context.ts';
import { paths } from '../../paths.ts';
import { type FieldError, postedForm, textOf } from '../../platform/forms/posted-form.ts';
import type { TypedForm } from '../../platform/forms/typed-form.ts';
import { ConflictError, NotFoundError } from '../../platform/http/problem.ts';
import { idOfSending, isId } from '../../platform/ids.ts';
import { sendPage } from '../../views/page/send-page.tsx';
import { redirectWithSuccess } from '../../views/page/success.ts';
import { onBehalfOf, requireCan } from '../identity/index.ts';
import { contactTopics, referenceOf } from './contact.ts';
import { markAnswered } from './mark-answered.ts';
import { listMessages } from './message-repository.ts';
import { parseContactForm } from './parse-contact-form.ts';
import { type PassOn, receiveMessage } from './receive-message.ts';
import { attachContactMail } from './send-contact-mail.ts';
import { ContactPage } from './views/contact-page.tsx';
import { ContactSentPage } from './views/contact-sent-page.tsx';
import { MessagesPage } from './views/messages-page.tsx';

/**
 * One person seldom writes more than a few messages; a program does. Counted by address, once the form is read, so that the
 * refusal still shows what was typed.
 */
const sendingLimit = { rateLimit: { max: 6, timeWindow: '10 minutes', hook: 'preHandler' as const } };

const messagesShown = 50;

/** Writing to the team, and the team's list of what was written. */
export function contactRoutes(app: FastifyInstance, context: AppContext): void {
  const pass = attachContactMail(app, context);

  app.get('/contact', (request, reply) => sendForm(request, reply, firstForm(request, context.newId()), []));

  app.post('/contact', { config: sendingLimit }, async (request, reply) => {
    const outcome = parseContactForm(postedForm(request.body));
    if (outcome.kind === 'errors') {
      return sendForm(request, reply, outcome.typed, outcome.errors);
    }
    const form = outcome.value;
    const { formId, name, email, topic, message } = form;
    const messageId = formId === '' ? context.newId() : idOfSending(formId, [name, email, topic, message]);
    const personId = request.actor?.personId ?? null;
    await receiveMessage(context.database, { messageId, form, personId, at: context.clock() }, passOn(app, pass));
    return reply.redirect(paths.contactSent(referenceOf(messageId)), 303);
  });

  app.get('/contact/sent', (request, reply) => {
    const reference = textOf(postedForm(request.query), 'reference');
    return sendPage(request, reply, {
      title: 'Message sent',
      body: <ContactSentPage reference={/^[0-9a-f]{8}$/.test(reference) ? reference : null} />,
    });
  });

  messageRoutes(app, context);
}

/** Null where no mail server is set up now. */
function passOn({ settings }: FastifyInstance, pass: PassOn): PassOn | null {
  return settings.current.smtpUrl === null ? null : pass;
}

function messageRoutes(app: FastifyInstance, context: AppContext): void {
  app.get('/workspace/messages', async (request, reply) => {
    requireCan(request, 'contact.read');
    const shown = textOf(postedForm(request.query), 'show') === 'answered' ? 'answered' : 'waiting';
    const page = await listMessages(context.database, shown, messagesShown);
    return sendPage(request, reply, {
      title: 'Messages',
      section: 'workspace',
      breadcrumbs: [{ href: paths.workspace(), text: 'My work' }],
      body: <MessagesPage shown={shown} page={page} />,
    });
  });

  app.post<{ Params: { id: string } }>('/workspace/messages/:id/answered', async (request, reply) => {
    const actor = requireCan(request, 'contact.read');
    const messageId = request.params.id;
    const command = {
      messageId,
      personId: actor.personId,
      onBehalfOf: onBehalfOf(actor, 'contact.read'),
      at: context.clock(),
    };
    const outcome = isId(messageId) ? await markAnswered(context.database, command) : { kind: 'not-found' as const };
    switch (outcome.kind) {
      case 'answered':
        return redirectWithSuccess(reply, paths.messages(), `Message ${referenceOf(messageId)} is marked as answered.`);
      case 'already-answered':
        throw new ConflictError('Somebody marked this message as answered before you. Nothing was changed.', {
          href: paths.messages(),
          text: 'Go to the messages',
        });
      case 'not-found':
        throw new NotFoundError('There is no such message. Go back to the list of messages.', {
          href: paths.messages(),
          text: 'Go to the messages',
        });
    }
  });
}

/** The empty form: a link may choose the topic, and a signed-in person need not type their name. */
function firstForm(request: FastifyRequest, formId: string): TypedForm {
  const topic = textOf(postedForm(request.query), 'topic');
  const isKnown = contactTopics.some(({ value }) => value === topic);
  return { form: formId, name: request.actor?.name ?? '', topic: isKnown ? topic : '' };
}

function sendForm(request: FastifyRequest, reply: FastifyReply, typed: TypedForm, errors: readonly FieldError[]) {
  return sendPage(request, reply, {
    title: 'Contact us',
    status: errors.length > 0 ? 422 : 200,
    hasErrors: errors.length > 0,
    body: <ContactPage typed={typed} errors={errors} />,
  });
}
