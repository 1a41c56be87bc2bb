/** What a database is for: invented data to try the service with, or what people really do. */
export type Mode = 'demonstration' | 'real';

/** What tells the two kinds of database apart. */
export type Thing =
  | 'persona'
  | 'account'
  | 'assessment'
  | 'roadmap-version'
  | 'endorsement'
  | 'publication'
  | 'form'
  | 'form-endorsement'
  | 'exemplar'
  | 'succession'
  | 'import'
  | 'message';

/** How much a database holds of one thing, by who it comes from. */
export interface Holding {
  readonly thing: Thing;
  /** Made up to show the service. */
  readonly invented: number;
  /** What people left who are not invented. */
  readonly real: number;
  /** What either kind of database may hold: a file of facts, a letter from outside. */
  readonly either: number;
}

/** Who decided what a database is: whoever started it empty, what it held, or whoever runs it. */
export type DecidedBy = 'asked' | 'content' | 'operator';

export type ModeDecision =
  | { readonly kind: 'decided'; readonly mode: Mode; readonly by: Exclude<DecidedBy, 'operator'> }
  | { readonly kind: 'mixed' };

/**
 * What a database is that does not say so itself, as those of version 0.2.0. What is invented there makes it a demonstration, and
 * what is not makes it real. With neither, and nothing but the facts that the service brings, it becomes what is asked. With both,
 * only a person can tell. What either may hold decides where there is nothing else: filling such a database with invented data
 * could not be undone.
 */
export function decideMode(holdings: readonly Holding[], asked: Mode): ModeDecision {
  const has = (kind: 'invented' | 'real' | 'either') => holdings.some((holding) => holding[kind] > 0);
  if (has('invented') && has('real')) {
    return { kind: 'mixed' };
  }
  if (has('invented')) {
    return { kind: 'decided', mode: 'demonstration', by: 'content' };
  }
  return has('real') || has('either')
    ? { kind: 'decided', mode: 'real', by: 'content' }
    : { kind: 'decided', mode: asked, by: 'asked' };
}

export type Keeping =
  | { readonly kind: 'allowed' }
  /** What it holds leaves no choice. */
  | { readonly kind: 'other'; readonly mode: Mode }
  /** It can be no real database while these are in it. */
  | { readonly kind: 'invented'; readonly holdings: readonly Holding[] };

/**
 * Whether whoever runs a database may say that it is this. One that holds both kinds may always become a demonstration. It can be
 * real only where nothing is invented but personas, which have no effect there.
 */
export function mayKeep(holdings: readonly Holding[], mode: Mode): Keeping {
  const decision = decideMode(holdings, mode);
  if (decision.kind === 'decided') {
    return decision.mode === mode ? { kind: 'allowed' } : { kind: 'other', mode: decision.mode };
  }
  const invented = holdings.filter((holding) => holding.invented > 0 && holding.thing !== 'persona');
  return mode === 'demonstration' || invented.length === 0
    ? { kind: 'allowed' }
    : { kind: 'invented', holdings: invented };
}
