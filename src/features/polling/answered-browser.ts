import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'surveyed';
/** Longer than a survey runs. */
const DAYS_61 = 61 * 24 * 3600;
/** Of as many surveys as one browser may be asked to answer. */
const MOST = 20;

/** Whether somebody has answered this survey of staff by this browser. It says so itself: without its cookie it is another one. */
export function hasAnswered(request: FastifyRequest, surveyId: string): boolean {
  return answeredBy(request).includes(surveyId);
}

/** Has the browser remember that it has answered. The service keeps nothing of it. */
export function rememberAnswered(request: FastifyRequest, reply: FastifyReply, surveyId: string): void {
  const { nameOf, attributes } = reply.server.cookieRules;
  const value = [surveyId, ...answeredBy(request)].slice(0, MOST).join('.');
  reply.setCookie(nameOf(COOKIE), value, { ...attributes, sameSite: 'lax', signed: true, maxAge: DAYS_61 });
}

function answeredBy(request: FastifyRequest): readonly string[] {
  const raw = request.cookies[request.server.cookieRules.nameOf(COOKIE)];
  const value = raw === undefined ? null : request.unsignCookie(raw).value;
  return value?.split('.') ?? [];
}
