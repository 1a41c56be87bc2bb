import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as launcher, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { paths } from '../../src/paths.ts';
import { keptBrowser } from '../database/kept-browser.ts';
import { encodedForm, formOn, untouched } from '../database/page-forms.ts';
import { askEveryRule, askRulesOfLayout, axeFile, type ContrastAsked } from './ask-axe.ts';

/**
 * Switches of the packaged browser that break it when several pages are opened one after another, and one that has it draw pages by
 * a graphics card even where there is none, at great expense.
 */
const unwanted = ['--single-process', '--no-zygote', '--in-process-gpu'];
chromium.setGraphicsMode = false;

/**
 * Every page is a new world to the browser, which would find out anew which functions of axe are worth compiling well, and have no
 * time left to run them: a third of a visit went there. It compiles all of them once, and quickly.
 */
const compileOnce = ['--no-maglev', '--no-turbofan', '--always-sparkplug'];

/** Of the window, in pixels: it paints what it shows, and nobody looks at it. */
const height = 200;

export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !unwanted.includes(arg));
  return launcher.launch({
    executablePath: (await keptBrowser()).program,
    args: [...args, '--no-sandbox', '--disable-gpu', `--js-flags=${compileOnce.join(' ')}`],
  });
}

async function newContext(browser: Browser, { width = 1280, script = true }: PersonOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled: script });
  // The browser compiles it once for all pages; given to each page as text, it took as long as a page.
  await context.addInitScript({ path: axeFile });
  context.setDefaultTimeout(10_000);
  return context;
}

export interface PersonOptions {
  /** Of the window when a page is loaded, in pixels. */
  readonly width?: number;
  /** Pages are made this wide too, and none may be wider; at the least of them they are checked again for what depends on it. */
  readonly alsoAt?: readonly number[];
  readonly script?: boolean;
  /** Somebody at the same browser, which is the same person's in another tab. */
  readonly besides?: Person;
  /** Kinds of page that need not be checked again; those that this person comes to are added. */
  readonly seen?: Set<string>;
}

/**
 * A person at a browser. Every kind of page they come to is checked: no accessibility violation, one main heading, nothing wider
 * than the screen; and no page may complain in the console.
 */
export class Person {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #base: string;
  /** With script off the checks that need it are left to those who have it on. */
  readonly #script: boolean;
  readonly #width: number;
  readonly #alsoAt: readonly number[];
  readonly #complaints: string[] = [];
  readonly #seen: Set<string>;
  readonly #contrastAsked: ContrastAsked = new Map();
  /** The address that is expected to be refused. */
  #refused = '';

  private constructor(
    context: BrowserContext,
    page: Page,
    base: string,
    { script = true, width = 1280, alsoAt = [], seen = new Set() }: PersonOptions,
  ) {
    this.#script = script;
    this.#width = width;
    this.#alsoAt = alsoAt;
    this.#seen = seen;
    this.#context = context;
    this.page = page;
    this.#base = base;
    page.on('console', (message) => {
      // A form sent back to be mended answers 422, which the browser notes; it is no complaint. Nor is a refusal that was expected, or
      // what cannot be sent over a connection that is cut on purpose.
      const isNoted = ['status of 422', 'ERR_INTERNET_DISCONNECTED'].some((each) => message.text().includes(each));
      const isExpected = isNoted || message.location().url === this.#refused;
      if (message.type() === 'error' && !isExpected) {
        this.#complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => this.#complaints.push(error.message));
  }

  static async at(browser: Browser, base: string, options: PersonOptions = {}): Promise<Person> {
    const context = options.besides?.page.context() ?? (await newContext(browser, options));
    return new Person(context, await context.newPage(), base, options);
  }

  async goTo(path: string): Promise<void> {
    await this.page.goto(this.#base + path);
    await this.check();
  }

  /** Goes to a page that answers with this status, and checks it even where its kind has been checked before. */
  async visit(path: string, status = 200): Promise<void> {
    this.#seen.clear();
    this.#refused = status === 200 ? '' : this.#base + path;
    const response = await this.page.goto(this.#base + path);
    expect(response?.status(), `status of ${path}`).toBe(status);
    await this.check();
  }

  /** Signs in as one of the demonstration's invented people, and comes to My work. */
  async become(personId: string): Promise<void> {
    // A page that stays open would go on sending what is typed in it, for a session that is there no more.
    await this.page.goto('about:blank');
    await this.#context.clearCookies();
    await this.send(paths.personas(), { person: personId });
    await this.goTo(paths.workspace());
  }

  /** Sends the form of a page with these fields, as the browser would, but without looking: for what is done many times over. */
  async send(path: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const { request } = this.#context;
    const page = await request.get(this.#base + path);
    const form = untouched(formOn(await page.text(), Object.keys(fields)[0] ?? ''));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const data = encodedForm({ ...form, ...fields });
    const answer = await request.post(this.#base + path, { headers, data, maxRedirects: 0 });
    expect(answer.status(), `status of what was sent to ${path}`).toBe(303);
  }

  async follow(link: string): Promise<void> {
    await this.page.getByRole('link', { name: link, exact: true }).first().click();
    await this.check();
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page
      .getByRole('button', { name: button, ...(typeof button === 'string' ? { exact: true } : {}) })
      .first()
      .click();
    await this.check();
  }

  /** The page's own address is expected to refuse what is sent to it next, or not to be there. */
  expectRefusal(): void {
    this.#refused = this.page.url();
  }

  /** Sends the form of a page to its own address, which is expected to refuse it with a page of its own. */
  async pressAndBeRefused(button: string): Promise<void> {
    this.expectRefusal();
    await this.press(button);
  }

  async fill(field: string, text: string): Promise<void> {
    await this.page.locator(`[name="${field}"]`).fill(text);
  }

  /** Many at once, by the page's own script. */
  async fillAll(fields: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((all) => {
      for (const [field, text] of Object.entries(all)) {
        const input = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${field}"]`);
        if (input === null) {
          throw new Error(`There is no ${field}`);
        }
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, fields);
  }

  async choose(field: string, value: string): Promise<void> {
    await this.page.locator(`[name="${field}"][value="${value}"]`).check();
  }

  /** Many at once, by the page's own script: a hundred one after another take longer than all the pages they are on. */
  async chooseAll(choices: readonly (readonly [field: string, value: string])[]): Promise<void> {
    await this.page.evaluate((all) => {
      for (const [field, value] of all) {
        const input = document.querySelector<HTMLInputElement>(`[name="${field}"][value="${value}"]`);
        if (input === null) {
          throw new Error(`There is no ${field} with ${value}`);
        }
        input.click();
      }
    }, choices);
  }

  async sees(text: string | RegExp): Promise<void> {
    const main = this.page.locator('main');
    await expect
      .poll(() => main.innerText(), { timeout: 5000 })
      .toMatch(typeof text === 'string' ? new RegExp(escaped(text)) : text);
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  /** The checks that every page must pass. */
  async check(): Promise<void> {
    await this.page.waitForLoadState('load');
    const where = this.page.url();
    expect(this.#complaints.splice(0), `console on ${where}`).toEqual([]);
    const { title, mainHeadings, wide } = await this.page.evaluate(lookAt, 0);
    const state = title.startsWith('Error') ? 'error' : 'usual';
    const kind = `${state} ${pageKind(new URL(where).pathname)}`;
    if (this.#seen.has(kind)) {
      return;
    }
    this.#seen.add(kind);
    expect(mainHeadings, `main headings on ${where}`).toBe(1);
    if (this.#script) {
      expect(wide, `wider than the screen on ${where}`).toEqual([]);
      await this.#checkWithScript(where);
    }
  }

  async #checkWithScript(where: string): Promise<void> {
    await askEveryRule(this.page, this.#contrastAsked);
    for (const width of this.#alsoAt) {
      await this.page.setViewportSize({ width, height });
      await this.#checkWidth(where);
      if (width === Math.min(...this.#alsoAt)) {
        await askRulesOfLayout(this.page);
      }
    }
    if (this.#alsoAt.length > 0) {
      await this.page.setViewportSize({ width: this.#width, height });
    }
  }

  /** The header folds its links away shortly after the window has become narrower. */
  async #checkWidth(where: string): Promise<void> {
    const { wide } = await this.page.evaluate(lookAt, 3000);
    expect(wide, `wider than the screen on ${where}`).toEqual([]);
  }
}

/** Sections, parts and plans are each one kind of page: whoever fills in all of them need not check every one. */
function pageKind(path: string): string {
  return path.replace(/(sections|parts|universal-capabilities)\/[^/]+$/, '$1/*');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * What a page is called, how many main headings it has, and what makes it scroll sideways, still after so many milliseconds: asked in
 * the browser, all at once.
 */
async function lookAt(patience: number): Promise<{ title: string; mainHeadings: number; wide: string[] }> {
  const isWide = () => document.documentElement.scrollWidth > window.innerWidth;
  const end = performance.now() + patience;
  while (isWide() && performance.now() < end) {
    await new Promise(requestAnimationFrame);
  }
  const all = isWide() ? [...document.querySelectorAll('body *')] : [];
  return {
    title: document.title,
    mainHeadings: document.querySelectorAll('h1').length,
    wide: all
      .filter((element) => element.getBoundingClientRect().right > window.innerWidth)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40) ?? ''}`),
  };
}
