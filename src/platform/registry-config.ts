import { z } from 'zod';

/** Where the registry of organisations answers. */
export interface RegistryConfig {
  /** A search of its interface. */
  readonly address: string;
  /** Which interface it is. */
  readonly layout: 'ord' | 'fhir';
  readonly everyHours: number;
  /** Sent with each question, as `apikey`; null for none. */
  readonly key: string | null;
  /** Whether plain HTTP and addresses beyond the public network may be asked. */
  readonly allowsPrivate: boolean;
}

const HOURS = 'must be a number of hours from 1 to 720';

/** The variables of the environment that say so. */
export const registryVariables = {
  DIRECTORY_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://directory.example/organisations' })
    .refine((text) => !/^\w+:\/\/[^/]*@/.test(text), 'must hold neither user nor password')
    .optional(),
  DIRECTORY_KIND: z.enum(['ord', 'fhir'], { error: 'must be ord or fhir' }).optional(),
  DIRECTORY_HOURS: z.coerce.number({ error: HOURS }).min(1, HOURS).max(720, HOURS).default(24),
  DIRECTORY_KEY: z.string().min(1).optional(),
  DIRECTORY_PRIVATE: z
    .enum(['0', '1'], { error: 'must be 0 or 1' })
    .default('0')
    .transform((value) => value === '1'),
};

const variables = z.object(registryVariables);

/** Its facts are those of today, so a demonstration, which shows a day that is past, asks for none. `refuse` ends the start. */
export function registryOf(
  env: z.infer<typeof variables>,
  isDemonstration: boolean,
  refuse: (fault: string) => never,
): RegistryConfig | null {
  const { DIRECTORY_URL: address, DIRECTORY_KIND: layout, DIRECTORY_PRIVATE: allowsPrivate } = env;
  if (address === undefined && layout === undefined) {
    return null;
  }
  if (address === undefined || layout === undefined) {
    return refuse('DIRECTORY_URL, DIRECTORY_KIND: are needed together');
  }
  if (isDemonstration) {
    return refuse('DIRECTORY_URL: is for a real service (DEMO=0)');
  }
  if (!address.startsWith('https:') && !allowsPrivate) {
    return refuse('DIRECTORY_URL: must begin with https:');
  }
  return { address, layout, everyHours: env.DIRECTORY_HOURS, key: env.DIRECTORY_KEY ?? null, allowsPrivate };
}
