import { describe, expect, it } from 'vitest';
import { aFreezeInput, pack } from '../testing/northvale.ts';
import { documentChapters } from './document-chapters.ts';
import { freezeDocument } from './freeze-document.ts';
import { publicCopy } from './frozen-document.ts';

const document = freezeDocument(aFreezeInput());
const template = pack.roadmapTemplate;

describe('documentChapters', () => {
  it('puts each table beneath its part, in the order of the document', () => {
    const chapters = documentChapters(document, template).map(({ id, tables }) => [id, tables]);
    expect(chapters).toEqual([
      ['part-key', ['members']],
      ['part-vision', ['information-flows']],
      ['part-capabilities', ['trajectory', 'deployments']],
      ['part-universal', ['universal-plans']],
      ['part-risk', []],
      ['part-notes', []],
    ]);
  });

  it('uses the footprint’s own heading and names the template’s beside it', () => {
    const vision = documentChapters(document, template).find(({ id }) => id === 'part-vision');
    expect(vision).toMatchObject({ number: 1, heading: 'Our ambition', templateTitle: 'Vision' });
  });

  it('leaves nothing unread when the template has changed since', () => {
    const chapters = documentChapters(document, { parts: [] });
    expect(chapters.flatMap(({ tables }) => tables)).toEqual([
      'members',
      'trajectory',
      'universal-plans',
      'deployments',
      'information-flows',
    ]);
    expect(chapters).toHaveLength(document.sections.length + 1);
  });

  it('tells a part that is withheld from one that is empty', () => {
    const chapters = documentChapters(publicCopy(document), template);
    expect(chapters.find(({ id }) => id === 'part-risk')).toMatchObject({ body: null, heading: 'Minimising risk' });
    expect(chapters.find(({ id }) => id === 'part-notes')).toMatchObject({ body: '' });
  });
});
