import type { IncomingMessage, ServerResponse } from 'node:http';
import zlib from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { AppContext } from './context.ts';
import { handleErrors } from './error-handling.tsx';
import {
  type Auth,
  attachActor,
  attachSecurityLog,
  identityRoutes,
  securityRoutes,
  sessionCookieName,
} from './features/identity/index.ts';
import type { RunningProgramme } from './features/rounds/index.ts';
import { attachPersonaStrip } from './features/workspace/index.ts';
import { paths } from './paths.ts';
import { PublicAnswers } from './platform/answers/public-answers.ts';
import type { Changes } from './platform/database/change-listener.ts';
import { today } from './platform/days.ts';
import { AccessLog, tellOfWork } from './platform/http/access-log.ts';
import { collectRoutes, refuseOtherMethods } from './platform/http/allowed-methods.ts';
import type { Assets } from './platform/http/assets.ts';
import { type CookieRules, cookieRules } from './platform/http/cookie-rules.ts';
import { prepareDrain } from './platform/http/drain.ts';
import { tellFormAnswered } from './platform/http/form-answered.ts';
import { requireFormTokens } from './platform/http/form-token.ts';
import { keepPeopleApart } from './platform/http/keep-apart.ts';
import { BadRequestError, NotFoundError } from './platform/http/problem.ts';
import { connectionRefusals } from './platform/http/refuse-connection.ts';
import { numberedIds } from './platform/ids.ts';
import { attachLetters } from './platform/mail/attach-letters.ts';
import type { Settings } from './platform/settings/settings.ts';
import type { SettingsSource } from './platform/settings/settings-source.ts';
import { trustOf } from './platform/trusted-proxies.ts';
import { registerRoutes } from './routes.ts';
import type { LookingAt } from './views/page/looking-at.tsx';
import { successCookieName } from './views/page/success.ts';

export interface AppOptions {
  readonly context: AppContext;
  /** The programme whose pack is the context's. */
  readonly programme: RunningProgramme;
  readonly settings: SettingsSource;
  readonly auth: Auth;
  /** Who says whether what anybody may see has changed. */
  readonly changes: Changes;
  readonly assets: Assets;
  readonly assetsFolder: string;
  readonly secret: string;
}

const BODY_LIMIT_BYTES = 1_000_000;
const ASSETS = '/assets/';
/**
 * Packed in one go up to a size: in pieces it is twice the work, and the cores beside this one are those of the database. What is sent
 * to one person once is packed lightly: at most half of the time for a twelfth more to send. Answers for everybody are packed by who
 * keeps them.
 */
const packedPages = {
  threshold: 1024,
  syncThreshold: 65_536,
  brotliOptions: { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 2 } },
};

/** The service as a list one can read aloud: what happens to every request, then the routes. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { context, programme, settings, auth, assets, assetsFolder, secret, changes } = options;
  const { config } = context;
  const refusals = connectionRefusals();
  const app: FastifyInstance = Fastify({
    loggerInstance: context.log as FastifyBaseLogger,
    logController: new AccessLog(),
    trustProxy: trustOf(config.trustProxy),
    bodyLimit: BODY_LIMIT_BYTES,
    ...connectionTimes(config.connectionLimits),
    clientErrorHandler: refusals.refuse,
    frameworkErrors: (_error, { raw }, reply) => lookNowhere(app, raw, reply.raw),
    requestIdHeader: false,
    genReqId: numberedIds(context.newId),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  });
  prepareDrain(app);
  app.addHook('onRequest', ({ raw }, reply, done) => {
    refusals.note(raw, reply.raw);
    done();
  });
  const cookies = cookieRules(config);
  const answers = publicAnswers(options, cookies);
  answers.serve(app);
  tellOfWork(app);
  keepSettingsCurrent(app, settings);
  nameService(app, options);
  app.decorate('assets', assets);
  app.decorate('cookieRules', cookies);

  await app.register(helmet, securityHeaders(cookies.attributes.secure));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (config.isDemonstration) {
      reply.header('x-robots-tag', 'noindex');
    }
  });
  const routes = collectRoutes(app);
  await app.register(compress, packedPages);
  await app.register(fastifyStatic, { root: assetsFolder, prefix: ASSETS, maxAge: '365d', immutable: true });
  await app.register(rateLimit, { global: false });
  tellFormAnswered(app);
  await app.register(cookie, { secret });
  // Forms are all that is sent here; what else arrives is refused before it is read.
  app.removeAllContentTypeParsers();
  await app.register(formbody, { bodyLimit: BODY_LIMIT_BYTES });
  keepPeopleApart(app, { sessionCookie: sessionCookieName(cookies), files: ASSETS, api: paths.api() });
  answers.keep(app);
  handleErrors(app, config.publicUrl);
  await requireFormTokens(app, secret);
  const inRealTime = { ...context, clock: context.realClock };
  attachActor(app, inRealTime);
  const inWork = () => ({ ...context, settings: settings.current });
  const readTasks = attachPersonaStrip(app, { context: inWork, changes });
  keepRoundsCurrent(app, programme);
  refuseOtherMethods(app, routes, paths.api());
  refuseZeroBytes(app);
  refuseNoHost(app);
  passOverExpectations(app);
  attachSecurityLog(app, inRealTime);
  attachLetters(app, context);
  identityRoutes(app, inRealTime, auth, readTasks);
  securityRoutes(app, inRealTime);
  registerRoutes(app, context, changes);
  return app;
}

/** Whatever page is made, it says what is set now. Whether the process is well is answered without. */
function keepSettingsCurrent(app: FastifyInstance, settings: SettingsSource): void {
  app.decorate('settings', settings);
  app.addHook('onRequest', async ({ routeOptions, url }) => {
    if (routeOptions.config.isForAnyone !== true && !url.startsWith(ASSETS)) {
      await settings.keepUp();
    }
  });
}

/** Every page says what the service is called, and what kind of service it is. */
function nameService(app: FastifyInstance, { context, settings }: AppOptions): void {
  app.decorate('identity', {
    getter: () => ({
      ...namesIn(settings.current),
      isDemonstration: context.config.isDemonstration,
      lookingAt: lookingAt(context),
      today: (clock: 'programme' | 'real') => today(clock === 'real' ? context.realClock : context.clock),
    }),
  });
}

/** In a demonstration of the past the usual day is that of its story. */
function lookingAt({ story, pack: { demonstration, positionOn } }: AppContext): LookingAt {
  return { place: story ?? demonstration?.of ?? '', day: positionOn, isPast: story !== null };
}

function namesIn({ serviceName, organisationName }: Settings) {
  return { serviceName, organisationName };
}

function publicAnswers({ context, changes }: AppOptions, cookies: CookieRules): PublicAnswers {
  const { clock, config } = context;
  const personalCookies = [sessionCookieName(cookies), successCookieName(cookies)];
  return new PublicAnswers({ clock, changes, mostBytes: config.answerBytes, personalCookies });
}

/** Whatever page is made, it is made of the rounds as they stand. Asked once a form has been read, so that an error can keep what was typed. */
function keepRoundsCurrent(app: FastifyInstance, programme: RunningProgramme): void {
  app.decorate('programme', programme);
  app.addHook('preValidation', async ({ method, routeOptions: { config }, url }) => {
    if (config.isForAnyone !== true && config.namesNoRound !== true && !url.startsWith(ASSETS)) {
      await (method === 'GET' ? programme.refreshIfPossible() : programme.refresh());
    }
  });
}

const CONNECTIONS_LOOKED_AT_EVERY = 1000;

function connectionTimes(limits: AppContext['config']['connectionLimits']) {
  const requestTimeout = 1000 * limits.requestSeconds;
  return {
    requestTimeout,
    keepAliveTimeout: 1000 * limits.keepAliveSeconds,
    connectionTimeout: 1000 * limits.silenceSeconds,
    http: {
      requestTimeout,
      headersTimeout: 1000 * limits.headersSeconds,
      connectionsCheckingInterval: CONNECTIONS_LOOKED_AT_EVERY,
      // Refused by `refuseNoHost`, in words; Node would send the status alone.
      requireHostHeader: false,
    },
  };
}

/** An address that cannot be decoded, or has a part longer than any of ours, is one where nothing is: it gets the usual page for that. */
function lookNowhere(app: FastifyInstance, request: IncomingMessage, response: ServerResponse): void {
  request.url = request.url?.startsWith(paths.api()) ? paths.apiItem('nothing') : '/nothing';
  app.routing(request, response);
}

/**
 * PostgreSQL takes no text with a zero byte, and no address of ours holds one: such a page does not exist. What follows the
 * question mark is each reader's own to refuse, and so is all of the API.
 */
function refuseZeroBytes(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ url }) => {
    if (!url.startsWith(paths.api()) && url.split('?')[0]?.includes('%00')) {
      throw new NotFoundError('If you typed the address, check it is right.');
    }
  });
}

/** HTTP/1.1 asks for it of every request (RFC 9112, section 3.2). */
function refuseNoHost(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.httpVersion === '1.1' && raw.headers.host === undefined) {
      throw new BadRequestError('The request does not say which host it is for. Use a browser, or add a Host header.');
    }
  });
}

/** What a caller expects beyond `100-continue` may be passed over (RFC 9110, section 10.1.1); Node would send the status 417 alone. */
function passOverExpectations(app: FastifyInstance): void {
  app.server.on('checkExpectation', (request, response) => app.routing(request, response));
}

/** No inline script or style anywhere, nothing from another host. */
function securityHeaders(isSecure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    hsts: isSecure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' as const },
  };
}
