/** A form that the service says it has taken, by a cookie. */
interface Answered {
  /** Differs from answer to answer. */
  readonly mark: string;
  /** Where the form was sent: path and query. */
  readonly target: string;
}

/** The forms that the service says it has taken, from the cookies of a page. */
export function answeredIn(cookies: string): Answered[] {
  return cookies.split('; ').flatMap((cookie) => {
    const [, value = ''] = /^(?:__Host-)?ldr(?:-demo)?-answered=(.*)$/.exec(cookie) ?? [];
    const [, mark, target] = /^(\S+) (\/.*)$/.exec(decoded(value)) ?? [];
    return mark === undefined || target === undefined ? [] : [{ mark, target }];
  });
}

/** Where the forms were sent that were taken since this was remembered. */
export function targetsSince(before: string, cookies: string): ReadonlySet<string> {
  const marks = before.split(' ');
  return new Set(answeredIn(cookies).flatMap(({ mark, target }) => (marks.includes(mark) ? [] : [target])));
}

/** What has to be remembered of the cookies when a form is sent: what was taken before says nothing of it. */
export function marksIn(cookies: string): string {
  return answeredIn(cookies)
    .map(({ mark }) => mark)
    .join(' ');
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
