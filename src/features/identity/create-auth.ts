import { randomInt } from 'node:crypto';
import { betterAuth, type GenericEndpointContext } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { ProviderConfig } from '../../platform/config.ts';
import type { Database } from '../../platform/database/database.ts';
import type { CookieRules } from '../../platform/http/cookie-rules.ts';
import { unavailableIn } from '../../platform/http/problem.ts';
import type { IdSource } from '../../platform/ids.ts';
import type { Logger } from '../../platform/logging.ts';
import { CALLER_ADDRESS } from './auth-headers.ts';
import { authModels } from './auth-models.ts';
import { isPersona } from './identity-repository.ts';
import { passkeyPlugin } from './passkeys/passkey-plugin.ts';
import { passwordLength } from './password/password-rule.ts';
import { recordPasswordChosen } from './password/record-password-chosen.ts';
import { personaSignIn } from './persona-sign-in.ts';
import { makeRecoveryCodes } from './recovery-codes.ts';
import { updateLastSeen } from './session-repository.ts';
import { providerPlugin } from './sign-in/provider-plugin.ts';

export interface AuthOptions {
  readonly database: Database;
  readonly secret: string;
  readonly publicUrl: string;
  readonly cookies: CookieRules;
  /** How long a session lasts from its last request. */
  readonly sessionIdleSeconds: number;
  readonly isDemonstration: boolean;
  /** Null where people sign in here alone. */
  readonly provider: ProviderConfig | null;
  /** As a browser lists its passkeys. */
  readonly serviceName: string;
  readonly newId: IdSource;
  readonly log: Logger;
}

/**
 * Accounts, passwords and sessions, kept by better-auth in our tables. Nobody signs up: people are invited.
 * The mapping gives its models and columns the names of our schema.
 */
export function createAuth(options: AuthOptions) {
  return betterAuth({
    database: { db: options.database, type: 'postgres' },
    baseURL: options.publicUrl,
    secret: options.secret,
    telemetry: { enabled: false },
    logger: { level: 'error', log: logTo(options.log) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      revokeSessionsOnPasswordReset: true,
      onPasswordReset: ({ user }) => recordPasswordChosen(options.database, user.id, new Date()),
    },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        jobTitle: { type: 'string', fieldName: 'job_title', required: false, input: false },
        isPersona: { type: 'boolean', fieldName: 'is_persona', required: false, input: false },
      },
    },
    session: {
      modelName: 'session',
      // How long it may last in all, and its renewal, are ours: see `session-life.ts`.
      expiresIn: options.sessionIdleSeconds,
      disableSessionRefresh: true,
      additionalFields: {
        byPasskey: { type: 'boolean', fieldName: 'by_passkey', required: false, input: false },
        byProvider: { type: 'boolean', fieldName: 'by_provider', required: false, input: false },
      },
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    ...authModels,
    advanced: {
      cookiePrefix: options.cookies.prefix,
      // The library would add its own `__Secure-` prefix; ours is stricter and set above.
      useSecureCookies: false,
      defaultCookieAttributes: { ...options.cookies.attributes, sameSite: 'lax' },
      ipAddress: { ipAddressHeaders: [CALLER_ADDRESS] },
      // A session comes with its person in one query: every request of somebody signed in asks for both.
      database: { generateId: () => options.newId(), joins: true },
    },
    // Whatever way a persona took to sign in, a password too: outside the demonstration no session is opened for it.
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, context) =>
            (options.isDemonstration || !(await isPersona(options.database, userId))) && {
              data: openedBy(context),
            },
          after: async ({ userId, createdAt }) => updateLastSeen(options.database, userId, createdAt),
        },
      },
    },
    plugins: [
      secondFactor(),
      passkeyPlugin(options),
      ...(options.provider === null ? [] : [providerPlugin(options.provider, options.publicUrl)]),
      ...(options.isDemonstration ? [personaSignIn()] : []),
    ],
  });
}

/** How a session is opened. One in place of another, as when the password is changed, counts as that did. */
function openedBy(context: GenericEndpointContext | null) {
  const before = context?.context.session?.session;
  return {
    byPasskey: context?.path === '/passkey/verify-authentication' || before?.byPasskey === true,
    byProvider: context?.path === '/callback/:id' || before?.byProvider === true,
  };
}

/** Codes from an app, with ten to fall back on; the names of its model and columns are those of our schema. */
function secondFactor() {
  return twoFactor({
    backupCodeOptions: { customBackupCodesGenerate: () => makeRecoveryCodes(randomInt) },
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'two_factor',
        fields: {
          userId: 'person_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  });
}

/** That the database is away is told once, by the request that fails of it. */
function logTo(log: Logger) {
  return (_level: string, message: string, ...details: unknown[]) => {
    if (!details.some((detail) => unavailableIn(detail) !== null)) {
      log.error({ from: 'better-auth' }, message);
    }
  };
}

export type Auth = ReturnType<typeof createAuth>;
