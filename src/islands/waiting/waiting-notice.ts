import { element } from '../typed-notice.ts';
import type { KeptWaiting } from './waiting-store.ts';
import { type WaitingWords, whatToDo } from './waiting-words.ts';

interface Choices {
  /** Null where nothing can be tried. */
  readonly tryAgain: (() => void) | null;
  readonly discard: (kept: KeptWaiting) => void;
}

const CLASS = 'ldr-waiting';

/** Puts the notice of what waits at the head of the page, in place of the one that is there; null takes it away. */
export function showNotice(notice: HTMLElement | null): void {
  const old = document.querySelector(`.${CLASS}`);
  const isOpen = old?.querySelector('details')?.open ?? false;
  if (notice === null) {
    old?.remove();
    return;
  }
  const details = notice.querySelector('details');
  details?.toggleAttribute('open', isOpen || notice.dataset.needsReader !== undefined);
  if (old === null) {
    document.querySelector('main')?.prepend(notice);
  } else if (!old.contains(document.activeElement)) {
    old.replaceWith(notice);
  }
}

/** Says how many answers wait and since when, which they are, and what is to be done about each that is not sent by itself. */
export function waitingNotice(
  { heading, text }: WaitingWords,
  all: readonly KeptWaiting[],
  { tryAgain, discard }: Choices,
): HTMLElement {
  const notice = element('section', `nhsuk-inset-text ${CLASS}`);
  const title = element('h2', 'nhsuk-heading-m', heading);
  title.id = 'answers-waiting';
  notice.setAttribute('aria-labelledby', title.id);
  notice.append(title, element('p', '', text), listOf(all, discard));
  if (all.some(({ waiting }) => waiting.held !== null)) {
    notice.dataset.needsReader = '';
  }
  if (tryAgain !== null) {
    notice.append(button('Try to send now', tryAgain));
  }
  return notice;
}

function listOf(all: readonly KeptWaiting[], discard: Choices['discard']): HTMLElement {
  const details = element('details', 'nhsuk-details');
  const summary = element('summary', 'nhsuk-details__summary');
  summary.append(element('span', 'nhsuk-details__summary-text', 'Which answers'));
  const list = element('dl', 'nhsuk-details__text');
  for (const kept of all) {
    const { question, answer, held } = kept.waiting;
    const said = element('dd', 'nhsuk-u-margin-left-0 nhsuk-u-margin-bottom-4');
    said.append(element('p', 'ldr-typed nhsuk-u-margin-bottom-2', answer));
    if (held !== null) {
      said.append(element('p', 'nhsuk-u-margin-bottom-2', whatToDo(held)));
    }
    said.append(linkTo(kept));
    if (held !== null) {
      said.append(button(`Discard what I typed to ${kept.key.question}`, () => discard(kept)));
    }
    list.append(element('dt', 'nhsuk-u-font-weight-bold', question), said);
  }
  details.append(summary, list);
  return details;
}

function linkTo({ key }: KeptWaiting): HTMLElement {
  const line = element('p', 'nhsuk-u-margin-bottom-2');
  const link = element('a', '', `Open the section of ${key.question}`);
  link.href = `${key.target}#question-${key.question}`;
  line.append(link);
  return line;
}

function button(label: string, choose: () => void): HTMLElement {
  const made = element('button', 'nhsuk-button nhsuk-button--secondary nhsuk-button--small', label);
  made.type = 'button';
  made.addEventListener('click', choose);
  return made;
}
