/** How every cookie of the service is set, so that none is laxer than the rest. */
export interface CookieRules {
  /**
   * What the name of each begins with. Over https it says that only this host, over https, may have set it. Browsers send cookies to
   * every port of a host, so the demonstration, which may run beside the real service, has names of its own.
   */
  readonly prefix: string;
  readonly nameOf: (cookie: 'answered' | 'csrf' | 'known' | 'success' | 'surveyed') => string;
  readonly attributes: { readonly path: '/'; readonly httpOnly: true; readonly secure: boolean };
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly cookieRules: CookieRules;
  }
}

interface CookieSituation {
  /** The address people use; null where it is the one listened on, which is plain HTTP. */
  readonly publicUrl: string | null;
  readonly isDemonstration: boolean;
}

export function cookieRules({ publicUrl, isDemonstration }: CookieSituation): CookieRules {
  const secure = publicUrl?.startsWith('https:') ?? false;
  const prefix = `${secure ? '__Host-' : ''}${servicePrefix(isDemonstration)}`;
  return { prefix, nameOf: (cookie) => `${prefix}-${cookie}`, attributes: { path: '/', httpOnly: true, secure } };
}

/** What the names begin with without what a secure connection puts before them. */
export function servicePrefix(isDemonstration: boolean): string {
  return isDemonstration ? 'ldr-demo' : 'ldr';
}
