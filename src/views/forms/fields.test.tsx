import { createRequire } from 'node:module';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CheckboxesField, RadiosField, SelectField, TextAreaField, TextField } from './fields.tsx';

interface Fixture {
  readonly name: string;
  readonly html: string;
}

const load = createRequire(import.meta.url);

/** An example the design system publishes for its own template. */
function published(component: string, name: string): string {
  const { fixtures } = load(`nhsuk-frontend/dist/nhsuk/components/${component}/fixtures.json`) as {
    fixtures: Fixture[];
  };
  const fixture = fixtures.find((candidate) => candidate.name === name);
  if (fixture === undefined) {
    throw new Error(`No example "${name}" of ${component}`);
  }
  return fixture.html;
}

/** Markup without what does not matter: white space, order of attributes, and the page heading some examples wrap a label in. */
function essence(html: string): string[] {
  return html
    .replaceAll(/<\/?h1[^>]*>/g, '')
    .replaceAll('example', 'field')
    .replaceAll('with-hint-error', 'field')
    .replaceAll(/ nhsuk-(label|fieldset__legend)--[slm]\b/g, '')
    .split(/(<[^>]+>)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('<') ? sortAttributes(piece) : piece));
}

function sortAttributes(tag: string): string {
  const [, name = '', rest = ''] = /^<(\/?[\w-]+)([\s\S]*?)\/?>$/.exec(tag) ?? [];
  const attributes = [...rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
    key.toLowerCase(),
    value,
  ]);
  const kept = attributes.map(([key, value]) =>
    key === 'class' ? `class=${value?.split(' ').sort().join(' ')}` : `${key}=${value}`,
  );
  return `<${name} ${kept.sort().join(' ')}>`;
}

function expectSame(component: string, example: string, node: ReactNode) {
  expect(essence(renderToStaticMarkup(node))).toEqual(essence(published(component, example)));
}

const contact = [
  { value: 'email', label: 'Email' },
  { value: 'phone', label: 'Phone' },
  { value: 'text', label: 'Text message' },
];

describe('fields, beside the examples the design system publishes', () => {
  it('draws radios with hint and error', () => {
    const errors = [{ field: 'field', message: 'Select how you want to be contacted' }];
    expectSame(
      'radios',
      'with error message and hint, without heading',
      <RadiosField
        name="field"
        label="How do you want to be contacted about this?"
        hint="Select 1 option"
        errors={errors}
        choices={contact}
      />,
    );
  });

  it('draws checkboxes with a hint', () => {
    expectSame(
      'checkboxes',
      'default',
      <CheckboxesField
        name="field"
        label="How do you want to be contacted about this?"
        hint="Select all options that are relevant to you"
        choices={contact}
      />,
    );
  });

  it('draws a text area with hint and error', () => {
    const hint = 'Do not include personal information like your name, date of birth or NHS number';
    const errors = [{ field: 'field', message: 'You must provide an explanation' }];
    expectSame(
      'textarea',
      'with error message and hint',
      <TextAreaField name="field" label="Can you provide more detail?" hint={hint} errors={errors} />,
    );
  });

  it('draws a select with hint and error', () => {
    const regions = published('select', 'with error message and hint').matchAll(
      /<option value="(\w+)">([^<]+)<\/option>/g,
    );
    const choices = [...regions].map(([, value = '', label = '']) => ({ value, label }));
    expect(choices.length).toBeGreaterThan(5);
    expectSame(
      'select',
      'with error message and hint',
      <SelectField
        name="field"
        label="Choose location"
        hint="This can be different to where you went before"
        errors={[{ field: 'field', message: 'Select a location' }]}
        choices={choices}
      />,
    );
  });

  it('marks the text field that is wrong, describes it by its message, and never sends a password back', () => {
    const errors = [{ field: 'secret', message: 'Enter your password' }];
    const html = renderToStaticMarkup(
      <TextField name="secret" label="Password" type="password" value="typed before" errors={errors} />,
    );
    expect(html).toContain('class="nhsuk-input nhsuk-input--error nhsuk-password-input__input');
    expect(html).toMatch(
      /<button[^>]* type="button" aria-label="Show password" aria-controls="secret" hidden="">Show</,
    );
    expect(html).toContain('aria-describedby="secret-error"');
    expect(html).not.toContain('typed before');
  });

  it('escapes what was typed', () => {
    const html = renderToStaticMarkup(<TextField name="x" label="X" value={'"><script>alert(1)</script>'} />);
    expect(html).not.toContain('<script>');
  });
});
