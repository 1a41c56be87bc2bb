const ERROR_SUMMARY = '.nhsuk-error-summary';

/** Asks before a page is left with prose on it that goes with the tab unless its writer sends it. */
export function warnBeforeLeaving(): void {
  const unsent = new Set<HTMLFormElement>();
  const forms = document.querySelectorAll<HTMLFormElement>('form[method="post"]:not([data-saves-itself])');
  for (const form of forms) {
    // What came back with an error is on this page alone.
    if (document.querySelector(ERROR_SUMMARY) !== null && hasProse(form)) {
      unsent.add(form);
    }
    form.addEventListener('input', () => (hasProse(form) ? unsent.add(form) : unsent.delete(form)));
    form.addEventListener('submit', () => unsent.delete(form));
  }
  addEventListener('beforeunload', (event) => {
    if ([...unsent].some((form) => form.dataset.outlivesTab === undefined)) {
      event.preventDefault();
    }
  });
}

function hasProse(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll('textarea')].some(({ value }) => value.trim() !== '');
}
