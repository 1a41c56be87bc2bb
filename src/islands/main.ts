import { initAll } from 'nhsuk-frontend';
import { askForPasskeys } from './ask-for-passkeys.ts';
import { askWhen } from './ask-when.ts';
import { handOverCodes } from './hand-over-codes.ts';
import { keepTyped } from './keep-typed.ts';
import { saveByItself } from './save-by-itself.ts';
import { keepAnswers } from './waiting/keep-answers.ts';
import { warnBeforeLeaving } from './warn-before-leaving.ts';

// Everything works without this script: it adds the design system's behaviours to what is already on the page.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('nhsuk-frontend-supported');
}
// Before the behaviours, which look at what is chosen to show what belongs to it.
for (const begin of [
  keepTyped,
  keepAnswers,
  saveByItself,
  askWhen,
  warnBeforeLeaving,
  askForPasskeys,
  handOverCodes,
  initAll,
]) {
  // A fault in one keeps none of the others from the page; the browser tells it as any other.
  try {
    begin();
  } catch (error) {
    reportError(error);
  }
}
