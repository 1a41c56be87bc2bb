/** The national picture that illustrative answers are made to add up to. Scores are 0-100; differences are in points. */
export interface NationalProfile {
  /** Theme id -> mean of provider theme scores. */
  readonly themes: Readonly<Record<string, number>>;
  /** Section id -> approximate mean of provider section scores; the theme's mean has the last word. */
  readonly sections: Readonly<Record<string, number>>;
  /** Question id -> how much further along it is than the rest of its section; drawn at random where nothing is said. */
  readonly questions: Readonly<Record<string, number>>;
  /** Care setting id -> section id -> how its providers differ from the national mean. */
  readonly careSettings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Care setting id -> share (0-1) of the questions allowing it that are answered "not applicable". */
  readonly notApplicable: Readonly<Record<string, number>>;
}

/**
 * England in the 2015/16 digital maturity self-assessment.
 *
 * Theme means are the published ones (hsj.co.uk, "Exclusive: official index reveals tech leaders and laggards", 2016).
 * Section means are figures quoted in the field and not verified. About two thirds of trusts were
 * said to send most discharge summaries electronically (TC3); differences between care settings are our own guess at a
 * plausible pattern.
 */
export const england2016: NationalProfile = {
  themes: { readiness: 73, capabilities: 40, infrastructure: 68 },
  sections: {
    'strategic-alignment': 76,
    leadership: 77,
    resourcing: 66,
    governance: 74,
    'information-governance': 73,
    records: 44,
    transfers: 48,
    orders: 55,
    medicines: 30,
    'decision-support': 36,
    'remote-care': 32,
    assets: 42,
    standards: 41,
    'enabling-infrastructure': 68,
  },
  questions: { TC3: 41 },
  careSettings: {
    acute: { orders: 8, medicines: 3, assets: 3, 'remote-care': -4 },
    'mental-health': { records: 4, orders: -12, medicines: -6, 'decision-support': -3, 'remote-care': 4 },
    community: { orders: -14, medicines: -8, 'remote-care': 10, 'enabling-infrastructure': -5 },
    ambulance: { records: -8, transfers: -6, orders: -28, medicines: -8, assets: 10, 'remote-care': 4 },
  },
  notApplicable: { acute: 0.03, 'mental-health': 0.1, community: 0.12, ambulance: 0.25 },
};
