import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const client = { id: 'roadmaps', secret: 'a-secret-between-the-two' } as const;

/** Somebody as the provider knows them. */
export interface AtProvider {
  readonly subject: string;
  readonly email: string;
  readonly isVerified: boolean;
}

export interface TestProvider {
  readonly issuer: string;
  /** Whoever comes from now on is signed in as this person. */
  readonly expect: (person: AtProvider | 'nobody') => void;
  /** Goes where the service sends a browser, signs in there as this person, and answers where the provider sends it back to. */
  readonly signIn: (address: string, person: AtProvider | 'nobody') => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A real provider of OpenID Connect on a port of its own. Whoever is to sign in next is signed in without a page. */
export async function startOidcProvider(redirectUri: string): Promise<TestProvider> {
  let current: AtProvider | 'nobody' = 'nobody';
  let answer = (_request: IncomingMessage, response: ServerResponse): unknown => response.end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, AtProvider>();
  const provider = newProvider(issuer, redirectUri, people);
  const pages = provider.callback();
  answer = async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) {
      return pages(request, response);
    }
    const result =
      current === 'nobody'
        ? { error: 'access_denied', error_description: 'nobody signed in' }
        : { login: { accountId: current.subject } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  const expect: TestProvider['expect'] = (person) => {
    current = person;
    if (person !== 'nobody') {
      people.set(person.subject, person);
    }
  };
  return {
    issuer,
    expect,
    signIn: (address, person) => {
      expect(person);
      return follow(address, redirectUri);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function newProvider(issuer: string, redirectUri: string, people: ReadonlyMap<string, AtProvider>): Provider {
  return new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] }],
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['a-key-of-the-test-provider'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => {
        const person = people.get(subject);
        return { sub: subject, email: person?.email, email_verified: person?.isVerified, name: 'Somebody Else' };
      },
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.account?.accountId ?? '' });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
}

const MOST_STEPS = 10;

/** Follows the provider from page to page, with its cookies, as a browser would, until it leads to `end`. */
async function follow(address: string, end: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next = address;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    next = new URL(response.headers.get('location') ?? '', next).href;
    if (next.startsWith(end)) {
      return next;
    }
  }
  throw new Error(`The provider does not lead to ${end}, but to ${next}`);
}
