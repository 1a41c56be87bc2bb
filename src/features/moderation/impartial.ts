interface Impartiality {
  /** Of the organisation whose return it is. */
  readonly name: string;
  /** How whoever would check it is spoken of. */
  readonly who: 'you' | 'they';
  /** For that organisation, or for one that answers together with it. */
  readonly holdsRole: boolean;
  readonly hasSigned: boolean;
  readonly hasAnswered: boolean;
}

/** Why somebody may not check a return, as a sentence; empty where nothing binds them to it. */
export function whyNotImpartial({ name, who, holdsRole, hasSigned, hasAnswered }: Impartiality): string {
  const they = who === 'you' ? 'You' : 'They';
  if (holdsRole) {
    return `${they} hold a role for ${name} or for an organisation of its group, so somebody else checks this return.`;
  }
  if (hasSigned) {
    return `${they} signed this return, so somebody else checks it.`;
  }
  return hasAnswered ? `${they} answered some of this return, so somebody else checks it.` : '';
}

/** Said to whoever holds a role for the organisation beside one by which they check the returns of others. */
export function boundInWords(name: string): string {
  return `You hold a role for ${name}, so you neither check its answers nor answer what it challenges, whatever else you are. Another reviewer of its region can, or somebody of the national team.`;
}
