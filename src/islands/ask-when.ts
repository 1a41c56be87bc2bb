import { SAVED } from './save-by-itself.ts';

/**
 * Shows a question as soon as the answer is chosen that it hangs on, and takes it out of sight when another one is. What was typed into
 * it stays in the form. What hangs on more than one choice the service tells with the next save.
 */
export function askWhen(): void {
  for (const form of document.querySelectorAll('form')) {
    if (form.querySelector('[data-asked-when]') !== null) {
      const show = () => showAsked(form);
      form.addEventListener('change', show);
      form.addEventListener(SAVED, show);
      show();
    }
  }
}

/** In the order of the page, since what a question hangs on may hang on something itself. */
function showAsked(form: HTMLFormElement): void {
  for (const question of form.querySelectorAll<HTMLElement>('[data-asked-when]')) {
    const { askedWhen = '', askedIs = '', wordsIfAsked = '', wordsIfNot = '' } = question.dataset;
    const isAsked = askedIs.split(' ').includes(chosenIn(form, askedWhen));
    const words = isAsked ? wordsIfAsked : wordsIfNot;
    const [line, body] = question.children;
    if (line !== undefined && line.textContent !== words) {
      line.textContent = words;
    }
    if (body instanceof HTMLElement) {
      body.hidden = !isAsked;
    }
  }
}

/** What is chosen in a field that is in sight; empty where nothing is. */
function chosenIn(form: HTMLFormElement, name: string): string {
  const chosen = form.querySelector<HTMLInputElement>(`[name="${CSS.escape(name)}"]:checked`);
  return chosen === null || chosen.closest('[hidden]') !== null ? '' : chosen.value;
}
