/** Offers to copy and to print what is shown only once. Without script it can be downloaded, or written down. */
export function handOverCodes(): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-codes]')) {
    const said = part.querySelector<HTMLElement>('[role="status"]');
    part
      .querySelector('[data-does="copy"]')
      ?.addEventListener('click', () => void copy(part.dataset.codes ?? '', said));
    part.querySelector('[data-does="print"]')?.addEventListener('click', () => window.print());
    for (const button of part.querySelectorAll<HTMLElement>('[data-does]')) {
      button.hidden = false;
    }
  }
}

async function copy(text: string, said: HTMLElement | null): Promise<void> {
  const outcome = await write(text);
  if (said !== null) {
    said.textContent = outcome;
  }
}

async function write(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'The codes are copied.';
  } catch {
    // Browsers let a page copy over https alone, and their owner can forbid it.
    return 'Your browser did not let the page copy. Download the codes, or write them down.';
  }
}
