/** How every cookie of the service is set, so that none is laxer than the rest. */
export interface CookieRules {
  /** Over https a name says by its prefix that only this host, over https, may have set it. */
  readonly nameOf: (name: string) => string;
  readonly attributes: { readonly path: '/'; readonly httpOnly: true; readonly secure: boolean };
}

declare module 'fastify' {
  interface FastifyInstance {
    readonly cookieRules: CookieRules;
  }
}

/** `publicUrl`: the address people use; null where it is the one listened on, which is plain HTTP. */
export function cookieRules(publicUrl: string | null): CookieRules {
  const secure = publicUrl?.startsWith('https:') ?? false;
  return {
    nameOf: (name) => (secure ? `__Host-${name}` : name),
    attributes: { path: '/', httpOnly: true, secure },
  };
}
