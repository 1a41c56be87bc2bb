import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { KEPT_DAYS } from '../../../islands/typed.ts';
import { visibleText } from '../../../views/testing/visible-text.ts';
import { PrivacyPage } from './privacy-page.tsx';

test('says for how long the script of the pages keeps what is typed', () => {
  const session = { idle: '2 hours', life: '12 hours' };
  const page = <PrivacyPage operator="" isMailConfigured={false} eventDays={90} cookiePrefix="ldr" session={session} />;
  expect(visibleText(renderToStaticMarkup(page))).toContain(`at the first visit after ${KEPT_DAYS} days`);
});
