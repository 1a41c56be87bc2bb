import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import express from 'express';
import nunjucks from 'nunjucks';
import { choices, chosen, questions } from './questions.ts';

/**
 * The same page as services of this kind are usually built: Express with the design system's own Nunjucks macros, templates cached
 * as in production.
 */
const library = path.dirname(createRequire(import.meta.url).resolve('nhsuk-frontend/package.json'));
const environment = nunjucks.configure([path.join(library, 'dist'), path.join(library, 'dist/nhsuk/components')], {
  autoescape: true,
  noCache: false,
  watch: false,
});
const template = nunjucks.compile(
  `{% extends "nhsuk/template.njk" %}
{% from "nhsuk/components/radios/macro.njk" import radios %}
{% from "nhsuk/components/button/macro.njk" import button %}
{% from "nhsuk/components/header/macro.njk" import header %}
{% from "nhsuk/components/footer/macro.njk" import footer %}
{% block header %}{{ header({ service: { text: "Local Digital Roadmaps", href: "/" }, navigation: { items: navigation } }) }}{% endblock %}
{% block content %}
<h1>Leadership</h1>
<form method="post" novalidate>
<input type="hidden" name="_csrf" value="{{ token }}">
{% for question in questions %}
{{ radios({ idPrefix: question.name, name: question.name, value: chosen, hint: { text: question.help },
  fieldset: { legend: { text: question.text, size: "s" } }, items: items }) }}
{% endfor %}
{{ button({ text: "Save and continue", preventDoubleClick: true }) }}
</form>
{% endblock %}
{% block footer %}{{ footer({ meta: { items: footerItems } }) }}{% endblock %}`,
  environment,
);

const navigation = ['Footprints', 'Organisations', 'Insights', 'Exemplars', 'Data'].map((text) => ({
  text,
  href: `/${text.toLowerCase()}`,
}));
const footerItems = ['About', 'Contact', 'Accessibility', 'Privacy', 'Status', 'API'].map((text) => ({
  text,
  href: `/${text.toLowerCase()}`,
}));
const items = choices.map((choice) => ({ value: choice.value, text: choice.label }));

const app = express();
app.disable('x-powered-by');
app.get('/', (_request, response) => {
  const token = randomBytes(18).toString('base64url');
  response.send(template.render({ questions, items, chosen, navigation, footerItems, token }));
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}\n`);
});
