import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { paths } from '../../../paths.ts';
import type { ProviderConfig } from '../../../platform/config.ts';

/** By which better-auth knows the provider; it stands in `credential.provider_id`. */
export const PROVIDER_ID = 'oidc';

/**
 * Single sign-on by OpenID Connect, done by better-auth: code flow with PKCE, and an ID token whose signature, issuer, audience and
 * nonce are checked. Nobody gets an account by it; one that exists is linked where the provider vouches for its address.
 */
export function providerPlugin({ issuer, clientId, clientSecret }: ProviderConfig, publicUrl: string) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER_ID,
        discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId,
        clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        redirectURI: `${publicUrl}${paths.signInProviderCallback()}`,
      },
    ],
  });
}
