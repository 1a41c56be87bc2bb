import { expect, test } from 'vitest';
import { ourFormPage } from '../../../bench/form-page/our-form-page.tsx';
import { questions } from '../../../bench/form-page/questions.ts';
import { PageReader } from '../../database/page-reader.ts';

/** It is put together without the service, so nothing else tells when a page comes to need more than it has. */
test('the form page that is measured is drawn whole', async () => {
  const app = await ourFormPage();
  const { statusCode, body } = await app.inject('/');
  await app.close();
  expect(statusCode).toBe(200);
  const page = new PageReader(body);
  expect(page.title).toBe('Leadership');
  expect(questions.every(({ text }) => page.text.includes(text))).toBe(true);
});
