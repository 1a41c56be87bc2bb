import { z } from 'zod';
import { slugPattern } from '../../../platform/slug.ts';
import { registryCode } from '../../../registry-code.ts';

/* The shape of each column of the reference files. Messages follow the column's name: "valid_from: must be …". */

const noBlanksAround = /^(\S(.*\S)?)?$/s;

export const text = z.string().min(1, 'must not be empty').regex(noBlanksAround, 'must not start or end with a blank');
export const optionalText = orNothing(text);

export const date = z.iso.date('must be a date written YYYY-MM-DD');
export const optionalDate = orNothing(date);

/** A year, a month or a day: documents often say no more. */
export const optionalPartialDate = orNothing(
  z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, 'must be YYYY, YYYY-MM or YYYY-MM-DD'),
);

export const optionalUrl = orNothing(z.url({ protocol: /^https?$/, error: 'must be a web address' }));

export const standing = oneOf('official', 'stated', 'inferred');
export const areaKind = oneOf('region', 'stp', 'footprint', 'icb');
export const areaRelation = oneOf('within', 'spans');
export const membershipRole = oneOf('lead', 'core', 'associate', 'support');
export const measureName = oneOf('registered_patients');

export const slug = z.string().regex(slugPattern, 'must be small letters and digits with single hyphens');

export const organisationCode = z
  .string()
  .regex(/^(LDR-[A-Z0-9]{4}|[A-Z0-9]{3,6})$/, 'must be an ODS code, or LDR- and four characters');

export const optionalPostcode = orNothing(
  z.string().regex(/^[A-Z]{1,2}\d[A-Z0-9]? \d[A-Z]{2}$/, 'must be a postcode such as DN4 5DJ'),
);

export const wholeNumber = z.string().regex(/^\d+$/, 'must be a whole number').transform(Number);

export const successionSubject = oneOf('organisation', 'area');
export const successionKind = oneOf('merge', 'split', 'transfer', 'rename', 'boundary-change', 'closure');

/** What came before or after: the code of an organisation, or an area as `stp:E54000001`. */
export const successionMember = z
  .string()
  .regex(
    /^((region|stp|footprint|icb):[A-Za-z0-9]+|LDR-[A-Z0-9]{4}|[A-Z0-9]{3,6})$/,
    'must be the code of an organisation, or an area such as stp:E54000001',
  );
export const optionalSuccessionMember = orNothing(successionMember);

/** The codes of regions and integrated care boards are ODS codes, those of STPs ONS codes, those of footprints ours. */
export const areaCodePattern = {
  region: registryCode('Y\\d{2}'),
  stp: /^E54\d{6}$/,
  footprint: /^[a-z][a-z0-9]{1,7}$/,
  icb: registryCode('Q[A-Z0-9]{2}'),
} as const;

export const provenanceColumns = { source: slug, standing, note: optionalText };
export const validTimeColumns = { valid_from: date, valid_to: optionalDate };

/** In CSV an empty field is how a value is left out. */
function orNothing<T>(shape: z.ZodType<T, string>) {
  return z.union([z.literal('').transform(() => null), shape]);
}

function oneOf<const T extends readonly [string, ...string[]]>(...values: T) {
  const listed = values.length === 1 ? values[0] : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  return z.enum(values, `must be ${listed}`);
}
