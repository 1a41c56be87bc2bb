import { passkey } from '@better-auth/passkey';
import { APIError } from 'better-auth/api';

interface PasskeyPluginOptions {
  /** As the browser names the service when it asks for a passkey. */
  readonly serviceName: string;
  readonly publicUrl: string;
}

/**
 * Passkeys, kept and checked by better-auth; the names of its columns are those of our schema. The device must have asked its owner
 * for a finger, face or PIN: only so is a passkey two factors. The library alone would take one that has not.
 */
export function passkeyPlugin({ serviceName, publicUrl }: PasskeyPluginOptions) {
  return passkey({
    rpName: serviceName,
    origin: new URL(publicUrl).origin,
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    registration: {
      afterVerification: async ({ verification }) =>
        requireOwnerShown(verification.registrationInfo?.userVerified === true),
    },
    authentication: {
      afterVerification: async ({ verification }) => requireOwnerShown(verification.authenticationInfo.userVerified),
    },
    advanced: { webAuthnChallengeCookie: 'passkey' },
    schema: {
      passkey: {
        fields: {
          publicKey: 'public_key',
          userId: 'person_id',
          credentialID: 'credential_id',
          deviceType: 'device_type',
          backedUp: 'backed_up',
          createdAt: 'created_at',
        },
      },
    },
  });
}

function requireOwnerShown(isShown: boolean): void {
  if (!isShown) {
    throw new APIError('UNAUTHORIZED');
  }
}
