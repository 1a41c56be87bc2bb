import type { TypedText } from './typed.ts';
import type { TypedWords } from './typed-words.ts';

interface Choice {
  readonly label: string;
  readonly choose: () => void;
}

/** Says what of a form was typed before and what can be done with it. It takes the focus where the page gives it to nothing else. */
export function typedNotice(
  { heading, text }: TypedWords,
  texts: readonly TypedText[],
  choices: readonly Choice[],
): HTMLElement {
  const notice = element('section', 'nhsuk-inset-text ldr-typed-before');
  const id = `typed-before-${document.querySelectorAll('.ldr-typed-before').length}`;
  notice.setAttribute('aria-labelledby', id);
  notice.tabIndex = -1;
  const title = element('h2', 'nhsuk-heading-m', heading);
  title.id = id;
  const buttons = element('div', 'nhsuk-button-group');
  for (const { label, choose } of choices) {
    const button = element('button', 'nhsuk-button nhsuk-button--secondary nhsuk-button--small', label);
    button.type = 'button';
    button.addEventListener('click', choose);
    buttons.append(button);
  }
  notice.append(title, element('p', '', text), ...(texts.length === 0 ? [] : [listOf(texts)]), buttons);
  return notice;
}

function listOf(texts: readonly TypedText[]): HTMLElement {
  const details = element('details', 'nhsuk-details');
  const summary = element('summary', 'nhsuk-details__summary');
  summary.append(element('span', 'nhsuk-details__summary-text', 'Read what you typed'));
  const list = element('dl', 'nhsuk-details__text');
  for (const [label, text] of texts) {
    const described = element('dd', 'nhsuk-u-margin-left-0');
    described.append(element('span', 'ldr-typed', text));
    list.append(element('dt', 'nhsuk-u-font-weight-bold', label), described);
  }
  details.append(summary, list);
  return details;
}

/** Makes an element with a text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
