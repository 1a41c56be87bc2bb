export type ParsedCost =
  | { readonly kind: 'ok'; readonly pounds: number | null }
  | { readonly kind: 'error'; readonly message: string };

const limitPounds = 10_000_000_000;

const units: Readonly<Record<string, number>> = {
  '': 1,
  k: 1_000,
  thousand: 1_000,
  m: 1_000_000,
  million: 1_000_000,
};

/**
 * Reads a cost as people write it: `2400000`, `£2,400,000`, `2.4m`, `£150k`, `2.4 million`; empty means not known.
 * The result is in whole pounds. A comma that does not part thousands is refused, because `2,4` might mean 2.4.
 */
export function parseCost(typed: string): ParsedCost {
  const text = typed.trim().toLowerCase();
  if (text === '') {
    return { kind: 'ok', pounds: null };
  }
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,11})(\.\d{1,6})?\s*(k|m|thousand|million)?$/.exec(text);
  if (match === null) {
    return refuse('Enter the cost in pounds, like 2400000, £2,400,000 or 2.4m');
  }

  const [, whole = '', fraction = '', unit = ''] = match;
  const exact = Number(whole.replaceAll(',', '') + fraction) * (units[unit] ?? 1);
  const pounds = Math.round(exact);
  // A decimal fraction times a million is seldom exact in binary, so a hair's breadth is let pass.
  if (Math.abs(exact - pounds) > 1e-4) {
    return refuse('Enter the cost in whole pounds, without pence');
  }
  if (pounds > limitPounds) {
    return refuse('Enter a cost of £10,000,000,000 or less');
  }
  return { kind: 'ok', pounds };
}

function refuse(message: string): ParsedCost {
  return { kind: 'error', message };
}
