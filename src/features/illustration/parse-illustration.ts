import { type PackFault, type PackPath, parseWrittenFile } from '../programme/index.ts';
import { answersShape, formsShape, type Illustration, peopleShape, roadmapShape } from './illustration.ts';

/** The files that an illustration may have. */
export const illustrationFiles = ['people.yaml', 'answers.yaml', 'footprint-forms.yaml', 'roadmap.yaml'] as const;

export type IllustrationFile = (typeof illustrationFiles)[number];

/** What a pack makes up, with the way back from it to file and line. */
export interface LocatedIllustration {
  readonly illustration: Illustration;
  readonly faultAt: (file: IllustrationFile, path: PackPath, message: string) => PackFault;
}

export type ParsedIllustration =
  | ({ readonly kind: 'ok' } & LocatedIllustration)
  | { readonly kind: 'faults'; readonly faults: readonly PackFault[] };

/** Reads the texts of the files that there are, or says everything that is wrong with their shape. */
export function parseIllustration(texts: ReadonlyMap<IllustrationFile, string>): ParsedIllustration {
  const fileOf = (name: IllustrationFile) => ({ path: `illustration/${name}`, text: texts.get(name) ?? '' });
  const read = {
    people: texts.has('people.yaml') ? parseWrittenFile(fileOf('people.yaml'), peopleShape) : null,
    answers: texts.has('answers.yaml') ? parseWrittenFile(fileOf('answers.yaml'), answersShape) : null,
    forms: texts.has('footprint-forms.yaml') ? parseWrittenFile(fileOf('footprint-forms.yaml'), formsShape) : null,
    roadmap: texts.has('roadmap.yaml') ? parseWrittenFile(fileOf('roadmap.yaml'), roadmapShape) : null,
  };
  const { people, answers, forms, roadmap } = read;
  const faults = [people, answers, forms, roadmap].flatMap((file) => (file?.kind === 'faults' ? file.faults : []));
  if (
    people?.kind === 'faults' ||
    answers?.kind === 'faults' ||
    forms?.kind === 'faults' ||
    roadmap?.kind === 'faults'
  ) {
    return { kind: 'faults', faults };
  }
  const places = {
    'people.yaml': people,
    'answers.yaml': answers,
    'footprint-forms.yaml': forms,
    'roadmap.yaml': roadmap,
  };
  return {
    kind: 'ok',
    illustration: {
      people: people?.value.people ?? [],
      answers: answers?.value ?? null,
      forms: forms?.value ?? null,
      roadmap: roadmap?.value ?? null,
    },
    faultAt: (file, path, message) =>
      places[file]?.faultAt(path, message) ?? { file: `illustration/${file}`, line: 1, message },
  };
}
