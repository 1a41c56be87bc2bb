import path from 'node:path';
import { z } from 'zod';
import type { DatabaseLimits } from './database/limits.ts';
import { type EvidenceLimits, evidenceOf, evidenceVariables } from './evidence-config.ts';
import { ExplainedError } from './explained-error.ts';
import { type RegistryConfig, registryOf, registryVariables } from './registry-config.ts';
import type { GivenSettings } from './settings/settings.ts';
import { parseTrustedProxies, type TrustedProxies } from './trusted-proxies.ts';

const flag = z.enum(['0', '1'], { error: 'must be 0 or 1' }).transform((value) => value === '1');
const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` });

const count = z.coerce.number({ error: 'must be a number' }).int('must be a whole number').min(1, 'must be 1 or more');
const seconds = z.coerce.number({ error: 'must be a number of seconds' }).min(0.1).max(86_400);

const numberFrom = (least: number, most: number, of: string) => {
  const error = `must be a number of ${of} from ${least} to ${most}`;
  return z.coerce.number({ error }).min(least, error).max(most, error);
};

function toTrust(text: string, context: z.RefinementCtx): TrustedProxies {
  const trusted = parseTrustedProxies(text);
  if (trusted === 'wrong') {
    const message =
      'must be the addresses or blocks of your proxies, such as 10.0.0.5,192.168.0.0/16, or how many stand before the service';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  return trusted;
}

/** Every environment variable the service reads; anything else in the environment is ignored. */
const environmentSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535).default(3000),
  DATA_DIR: z.string().min(1).optional(),
  DATABASE_URL: url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/name').optional(),
  DATABASE_OWNER_URL: url(/^postgres(ql)?$/, 'postgres://owner:password@host:5432/name').optional(),
  DATABASE_CONNECTIONS: count.max(1000).default(20),
  DATABASE_QUEUE: count.default(200),
  DATABASE_WAIT_SECONDS: seconds.default(3),
  DATABASE_STATEMENT_SECONDS: seconds.default(10),
  DATABASE_LOCK_SECONDS: seconds.default(5),
  DATABASE_IDLE_SECONDS: seconds.default(30),
  PUBLIC_URL: url(/^https?$/, 'https://roadmaps.example').optional(),
  DEMO: flag.optional(),
  PROGRAMME: z.string().min(1).optional(),
  SESSION_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OIDC_ISSUER: url(/^https?$/, 'https://login.example').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).max(60).default('your organisation’s account'),
  OIDC_SECOND_FACTOR: flag.default(false),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@mail.example:587').optional(),
  MAIL_FROM: z.email().optional(),
  CONTACT_EMAIL: z.email().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  SERVICE_NAME: z.string().min(1).max(80).optional(),
  ORGANISATION_NAME: z.string().max(80).optional(),
  TRUST_PROXY: z.string().transform(toTrust).default(null),
  REQUEST_SECONDS: numberFrom(1, 3600, 'seconds').default(120),
  HEADERS_SECONDS: numberFrom(1, 600, 'seconds').default(20),
  KEEP_ALIVE_SECONDS: numberFrom(1, 600, 'seconds').default(72),
  CONNECTION_SECONDS: numberFrom(10, 3600, 'seconds').default(300),
  SECURITY_EVENT_DAYS: numberFrom(1, 3650, 'days').default(180),
  SESSION_HOURS: numberFrom(1, 72, 'hours').default(12),
  SESSION_IDLE_MINUTES: numberFrom(5, 4320, 'minutes').default(120),
  SECOND_FACTOR_ROLES: z
    .string()
    .default('executive,signatory,peer,reviewer,analyst,programme-manager,administrator')
    .transform((text) => (text.trim() === 'none' ? [] : text.split(',').map((role) => role.trim()))),
  CONFIRM_MINUTES: numberFrom(1, 1440, 'minutes').default(15),
  ANSWERS_MEGABYTES: numberFrom(0, 4096, 'megabytes').default(64),
  BACKUP_DIR: z.string().min(1).optional(),
  BACKUP_HOURS: numberFrom(1, 720, 'hours').default(24),
  BACKUP_KEEP: numberFrom(1, 1000, 'backups').int('must be a whole number').default(14),
  ...evidenceVariables,
  ...registryVariables,
  API_REQUESTS_PER_MINUTE: z.coerce.number({ error: 'must be a number' }).int().min(1).default(3000),
});

/** Their names; docs/configuration.md explains each. */
export const environmentVariables: readonly string[] = Object.keys(environmentSchema.shape);

/** Another service, by OpenID Connect, that vouches for people who sign in. */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** As people know it. */
  readonly name: string;
  /** Whether it asks everybody for more than a password. */
  readonly asksForSecondFactor: boolean;
}

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** False where it is the usual one of this kind of service. */
  readonly isDataDirGiven: boolean;
  /** Null when the service runs its own database under `dataDir`. */
  readonly databaseUrl: string | null;
  /** The same database for the role that owns its tables; null where nobody gave it. */
  readonly databaseOwnerUrl: string | null;
  /** For what people wait for in front of a page. */
  readonly databaseLimits: DatabaseLimits;
  /** Null until the port is known, when the listening address is used instead. */
  readonly publicUrl: string | null;
  readonly isDemonstration: boolean;
  /** Whether `DEMO` said so, or said not so. */
  readonly isModeGiven: boolean;
  /** Name of a programme that comes with the service, or absolute path of the folder of another. */
  readonly programme: string;
  /** Whether `PROGRAMME` said so. */
  readonly isProgrammeGiven: boolean;
  /** Null when a secret is to be made once and kept under `dataDir`. */
  readonly sessionSecret: string | null;
  /** Null where people sign in here alone. */
  readonly provider: ProviderConfig | null;
  /** Settings that hold whatever was said on screen; `settings/settings-source.ts` says what holds. */
  readonly given: GivenSettings;
  readonly logLevel: string;
  /** Which proxies may say where a request came from; null for none. */
  readonly trustProxy: TrustedProxies;
  /** How long a connection may take for what. */
  readonly connectionLimits: {
    /** For a whole request, body and all. */
    readonly requestSeconds: number;
    readonly headersSeconds: number;
    /** Between two requests. */
    readonly keepAliveSeconds: number;
    /** Without a byte either way. */
    readonly silenceSeconds: number;
  };
  /** How long sign-ins, refusals and limits reached are kept. */
  readonly securityEventDays: number;
  /** How long a person stays signed in: in all, and without a request. */
  readonly sessionLimits: { readonly lifeSeconds: number; readonly idleSeconds: number };
  /** From signing in until somebody must sign in again before they sign, publish, merge or give roles. */
  readonly confirmAfterSeconds: number;
  /** Roles that count only for people who have a second factor. */
  readonly secondFactorRoles: readonly string[];
  /** How much memory may hold finished answers that are the same for everybody; 0 for none. */
  readonly answerBytes: number;
  /** How often one address may ask the open API. */
  readonly apiRequestsPerMinute: number;
  /** Where the service puts a backup of itself, and how often; null for nowhere. */
  readonly backups: BackupPlan | null;
  /** What is taken of the files that organisations show for their answers. */
  readonly evidence: EvidenceLimits;
  /** Where the registry of organisations answers, and how often it is asked; null where nobody asks it. */
  readonly registry: RegistryConfig | null;
}

export interface BackupPlan {
  readonly folder: string;
  readonly everyHours: number;
  /** How many of its own the service leaves in the folder, 1 or more. */
  readonly keep: number;
}

/**
 * Where the service keeps its data when no folder is named: real data and the demonstration apart, and neither inside the other, so
 * that whoever throws the demonstration away throws nothing else away. A programme that comes with the service beside the usual one has
 * folders of its own, as its database has no room for another.
 */
export function usualDataDirs({ programme }: Pick<Config, 'programme'>): { demonstration: string; real: string } {
  const isBeside = programme !== usualProgramme && !path.isAbsolute(programme);
  const demonstration = isBeside ? `./.data-${programme}` : './.data';
  return { demonstration, real: `${demonstration}-real` };
}

/** A programme is named by a word; anything with a slash in it, or a dot before it, is the path of its folder. */
function absoluteIfPath(programme: string): string {
  return /[/\\]/.test(programme) || programme.startsWith('.') ? path.resolve(programme) : programme;
}

/** The programme that runs where none is named. */
const usualProgramme = 'england-ldr';

/** A wrong value in the environment. Its message names each variable and says what it must be. */
export class ConfigError extends ExplainedError {
  override readonly name = 'ConfigError';
}

/**
 * Reads the environment once. Empty values count as absent, as shells and container platforms often set them so.
 * Demonstration mode is on by default only on the service's own database, so that nobody's real database is filled with invented data.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const present = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The configuration is wrong.\n  ${faults.join('\n  ')}`);
  }
  const env = parsed.data;
  const isDemonstration = env.DEMO ?? env.DATABASE_URL === undefined;
  const programme = env.PROGRAMME === undefined ? usualProgramme : absoluteIfPath(env.PROGRAMME);
  const config: Config = {
    host: env.HOST,
    port: env.PORT,
    dataDir: env.DATA_DIR ?? usualDataDirs({ programme })[isDemonstration ? 'demonstration' : 'real'],
    isDataDirGiven: env.DATA_DIR !== undefined,
    databaseUrl: env.DATABASE_URL ?? null,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? null,
    databaseLimits: limitsOf(env),
    publicUrl: env.PUBLIC_URL?.replace(/\/$/, '') ?? null,
    isDemonstration,
    isModeGiven: env.DEMO !== undefined,
    programme,
    isProgrammeGiven: env.PROGRAMME !== undefined,
    sessionSecret: env.SESSION_SECRET ?? null,
    provider: providerOf(env),
    given: {
      serviceName: env.SERVICE_NAME ?? null,
      organisationName: env.ORGANISATION_NAME ?? null,
      contactEmail: env.CONTACT_EMAIL ?? null,
      mailFrom: env.MAIL_FROM ?? null,
      smtpUrl: env.SMTP_URL ?? null,
    },
    logLevel: env.LOG_LEVEL,
    trustProxy: env.TRUST_PROXY,
    connectionLimits: {
      requestSeconds: env.REQUEST_SECONDS,
      headersSeconds: Math.min(env.HEADERS_SECONDS, env.REQUEST_SECONDS),
      keepAliveSeconds: env.KEEP_ALIVE_SECONDS,
      silenceSeconds: env.CONNECTION_SECONDS,
    },
    securityEventDays: env.SECURITY_EVENT_DAYS,
    sessionLimits: { lifeSeconds: 3600 * env.SESSION_HOURS, idleSeconds: 60 * env.SESSION_IDLE_MINUTES },
    secondFactorRoles: env.SECOND_FACTOR_ROLES,
    confirmAfterSeconds: 60 * env.CONFIRM_MINUTES,
    answerBytes: Math.round(env.ANSWERS_MEGABYTES * 1_000_000),
    apiRequestsPerMinute: env.API_REQUESTS_PER_MINUTE,
    backups:
      env.BACKUP_DIR === undefined
        ? null
        : { folder: env.BACKUP_DIR, everyHours: env.BACKUP_HOURS, keep: env.BACKUP_KEEP },
    evidence: evidenceOf(env),
    registry: registryOf(env, isDemonstration, refuse),
  };
  assertSecretWhenShared(config);
  assertOwnerHasDatabase(config);
  return config;
}

/** Where people find the service, without a slash at the end. */
export function publicUrlOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return publicUrl ?? `http://${host}:${port}`;
}

/** All three are needed to sign in elsewhere; a part of them is half a configuration. */
function providerOf(env: z.infer<typeof environmentSchema>): ProviderConfig | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) {
    return null;
  }
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new ConfigError(
      'The configuration is wrong.\n  OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: are needed together',
    );
  }
  return { issuer, clientId, clientSecret, name: env.OIDC_NAME, asksForSecondFactor: env.OIDC_SECOND_FACTOR };
}

function refuse(fault: string): never {
  throw new ConfigError(`The configuration is wrong.\n  ${fault}`);
}

function limitsOf(env: z.infer<typeof environmentSchema>): DatabaseLimits {
  return {
    connections: env.DATABASE_CONNECTIONS,
    waiting: env.DATABASE_QUEUE,
    waitMilliseconds: Math.round(env.DATABASE_WAIT_SECONDS * 1000),
    statementMilliseconds: Math.round(env.DATABASE_STATEMENT_SECONDS * 1000),
    lockMilliseconds: Math.round(env.DATABASE_LOCK_SECONDS * 1000),
    idleMilliseconds: Math.round(env.DATABASE_IDLE_SECONDS * 1000),
  };
}

/** Several processes on one database must sign cookies alike, so a secret kept in one machine's folder will not do. */
function assertSecretWhenShared(config: Config): void {
  if (config.databaseUrl !== null && config.sessionSecret === null) {
    throw new ConfigError(
      'The configuration is wrong.\n  SESSION_SECRET: is needed with DATABASE_URL (at least 32 characters)',
    );
  }
}

/** On a database of its own the service knows the owner; an address for one alone is half a configuration. */
function assertOwnerHasDatabase({ databaseUrl, databaseOwnerUrl }: Config): void {
  if (databaseUrl === null && databaseOwnerUrl !== null) {
    throw new ConfigError(
      'The configuration is wrong.\n  DATABASE_OWNER_URL: goes with DATABASE_URL, which is not set',
    );
  }
}
