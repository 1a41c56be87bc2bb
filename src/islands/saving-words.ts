/** Why something was not saved, as far as the answer tells. */
export interface NoSave {
  /** Null where no answer came. */
  readonly status: number | null;
  /** Of a problem document; empty where the answer is none. */
  readonly code: string;
}

export interface NotSaved {
  readonly words: string;
  /** When saving is tried again: in a while, after the next change, or not before the writer sends the form. */
  readonly next: 'in a while' | 'after a change' | 'when sent';
}

const outOfReach = triedAgain('the service cannot be reached. Check your connection.');
const fault = triedAgain('something went wrong in the service.');
const unavailable = triedAgain('the service is not available just now.');
const tooMany = triedAgain('the service has had too many requests from here.');

const signedOut = sentOn('you are signed out. Use the save button to sign in again and send it.');
const expired = sentOn('the page has been open for too long. Use the save button to send it all the same.');
const changed = sentOn(
  'somebody else has changed this since you opened the page. Use the save button to see both texts.',
);
const otherWindow = sentOn(
  'you have typed something else here in another window. Use the save button to see both texts.',
);
const locked = sentOn(
  'this section is not open to your answers any more: it was sent to be signed, or is answered elsewhere now. Use the save button to see why.',
);
const forbidden = sentOn('you may no longer change this. Copy what you typed, and ask whoever gave you your role.');
const nowhere = sentOn('what you were writing in is not there any more. Copy what you typed.');

const wrong: NotSaved = {
  words: 'Not saved: something has to be put right first. Use the save button to see what. What you typed is kept.',
  next: 'after a change',
};
const tooLarge: NotSaved = {
  words: 'Not saved: this is more than the service takes at once. Shorten it. What you typed is kept.',
  next: 'after a change',
};

/** By what the service says for machines, which is finer than the status. */
const byCode: Readonly<Record<string, NotSaved>> = {
  'form-expired': expired,
  'other-window': otherWindow,
  'answers-locked': locked,
};

const byStatus: Readonly<Record<number, NotSaved>> = {
  401: signedOut,
  403: forbidden,
  404: nowhere,
  409: changed,
  413: tooLarge,
  422: wrong,
  429: tooMany,
  // Of a proxy that does not reach the service, and of the service itself.
  502: unavailable,
  503: unavailable,
  504: unavailable,
};

/** What to tell somebody whose words were not saved, and when to try again. */
export function notSavedBecause({ status, code }: NoSave): NotSaved {
  return status === null ? outOfReach : (byCode[code] ?? byStatus[status] ?? fault);
}

function triedAgain(why: string): NotSaved {
  return { words: `Not saved: ${why} What you typed is kept, and saving is tried again.`, next: 'in a while' };
}

function sentOn(why: string): NotSaved {
  return { words: `Not saved: ${why} What you typed is kept.`, next: 'when sent' };
}
