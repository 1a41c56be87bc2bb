interface Impartiality {
  /** Of the organisation whose return it is. */
  readonly name: string;
  /** For that organisation, or for one whose answers it took. */
  readonly holdsRole: boolean;
  readonly hasSigned: boolean;
  readonly hasAnswered: boolean;
}

/** Why somebody may not check a return, as a sentence; empty where nothing binds them to it. */
export function whyNotImpartial({ name, holdsRole, hasSigned, hasAnswered }: Impartiality): string {
  if (holdsRole) {
    return `You hold a role for ${name} or for an organisation whose answers it took, so somebody else checks this return.`;
  }
  if (hasSigned) {
    return 'You signed this return, so somebody else checks it.';
  }
  return hasAnswered ? 'You answered some of this return, so somebody else checks it.' : '';
}
