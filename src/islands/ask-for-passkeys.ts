import { startAuthentication, startRegistration } from '@simplewebauthn/browser';

const field = '_passkey';

/** By the name of the browser's error; of what is not here nobody can do anything but try again. */
const words: Readonly<Record<string, string>> = {
  InvalidStateError: 'This device has a passkey for your account already.',
  NotAllowedError: 'No passkey was chosen, or it took too long. Try again.',
  SecurityError: 'This browser makes no passkeys for the address of this service.',
};
const otherwise = 'The passkey could not be used. Try again.';

/** Lets the forms about passkeys be seen where the browser knows passkeys, and asks it for one before they are sent. */
export function askForPasskeys(): void {
  if (window.PublicKeyCredential === undefined) {
    return;
  }
  for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
    const form = part.querySelector('form');
    const answer = form?.elements.namedItem(field);
    if (form !== null && answer instanceof HTMLInputElement) {
      form.addEventListener('submit', (event) => {
        if (answer.value === '') {
          event.preventDefault();
          void askBeforeSending(part, form, answer);
        }
      });
      part.hidden = false;
    }
  }
}

async function askBeforeSending(part: HTMLElement, form: HTMLFormElement, answer: HTMLInputElement): Promise<void> {
  const line = form.querySelector<HTMLElement>('[role="status"]');
  try {
    answer.value = await answerOf(part, form);
  } catch (error) {
    if (line !== null) {
      line.textContent = words[error instanceof Error ? error.name : ''] ?? otherwise;
      line.hidden = false;
    }
    return;
  }
  form.requestSubmit();
}

/** What the browser answers. Where the service does not say what to ask it for, the form is sent without, and answered in words. */
async function answerOf(part: HTMLElement, form: HTMLFormElement): Promise<string> {
  const response = await fetch(part.dataset.passkeyOptions ?? '', {
    method: 'POST',
    body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])),
    headers: { accept: 'application/json' },
  });
  if (!response.ok) {
    return 'none';
  }
  const optionsJSON = await response.json();
  const made =
    part.dataset.passkey === 'make' ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON });
  return JSON.stringify(await made);
}
