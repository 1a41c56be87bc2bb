/** How the bytes of an answer may be packed, the smallest first. */
export const packings = ['br', 'gzip'] as const;
export type Packing = (typeof packings)[number];
export type Encoding = Packing | 'identity';

/** The best packing that `Accept-Encoding` allows (RFC 9110, section 12.5.3); plain bytes where it allows none, or is not sent. */
export function acceptedEncoding(header: string): Encoding {
  const weights = weightsOf(header);
  return packings.find((packing) => (weights.get(packing) ?? weights.get('*') ?? 0) > 0) ?? 'identity';
}

function weightsOf(header: string): Map<string, number> {
  const items = header.toLowerCase().split(',');
  return new Map(
    items.map((item) => {
      const [name = '', ...parameters] = item.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, weight === undefined ? 1 : Number(weight.slice(2))];
    }),
  );
}
