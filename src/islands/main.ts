import { initAll } from 'nhsuk-frontend';

// Everything works without this script: it adds the design system's behaviours to what is already on the page.
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('nhsuk-frontend-supported');
}
initAll();
