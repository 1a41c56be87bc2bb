import { ExplainedError } from '../../platform/explained-error.ts';
import { countOf } from '../../views/format.ts';
import { type Holding, type Mode, mayKeep, type Thing } from './mode.ts';

/** A database that is not what was asked for, or does not say what it is. */
export class ModeError extends ExplainedError {
  override readonly name = 'ModeError';
}

/** Of one, and of several. */
const thingNames: Readonly<Record<Thing, readonly [string, string]>> = {
  persona: ['persona', 'personas'],
  account: ['account', 'accounts'],
  assessment: ['assessment', 'assessments'],
  'roadmap-version': ['version of a roadmap', 'versions of roadmaps'],
  endorsement: ['endorsement of a roadmap', 'endorsements of roadmaps'],
  publication: ['published roadmap', 'published roadmaps'],
  form: ['footprint form', 'footprint forms'],
  'form-endorsement': ['endorsement of a footprint form', 'endorsements of footprint forms'],
  exemplar: ['exemplar', 'exemplars'],
  succession: ['succession proposal', 'succession proposals'],
  import: ['imported file', 'imported files'],
  message: ['message', 'messages'],
};

/** Where a database is, as its owner would name it: the folder, or null for one that `DATABASE_URL` names. */
export type Place = string | null;

export const modeWords: Readonly<Record<Mode, string>> = { demonstration: 'a demonstration', real: 'real data' };

/** Refuses a start in the other mode: what the database is, how to start it, and how to get the other. */
export function otherModeError(place: Place, mode: Mode, named: string | null): ModeError {
  const other = mode === 'real' ? 'demonstration' : 'real';
  const refused = other === 'real' ? 'as a real service' : 'as a demonstration';
  return new ModeError(
    [
      `The database ${at(place)} holds ${modeWords[mode]}, so it is not used ${refused}. Nothing was changed.`,
      '',
      `  To start what it holds${withSame(place)}:`,
      `    ${startCommand(place, mode, named)}`,
      `  To start ${other === 'real' ? 'a real service' : 'a demonstration'} with a database of its own:`,
      `    ${startCommand(besides(place, other), other, named)}`,
      ...(place === null ? ['  with DATABASE_URL naming another, empty database.'] : []),
    ].join('\n'),
  );
}

/** Refuses a start with another programme: which one the database is of, and how to start either. */
export function otherProgrammeError(
  { programme, isGiven, place }: { readonly programme: Named; readonly isGiven: boolean; readonly place: Place },
  found: FoundProgramme,
): ModeError {
  const named = isGiven ? `PROGRAMME names “${programme.id}”` : `without PROGRAMME the service runs “${programme.id}”`;
  return new ModeError(
    [
      `The database ${at(place)} is of the programme “${found.id}” (${found.title}), and ${named}. Nothing was changed.`,
      '',
      ...howToStart(place, found),
      `  To run “${programme.id}”, give it a database of its own, with another DATA_DIR or DATABASE_URL.`,
    ].join('\n'),
  );
}

interface Named {
  readonly id: string;
  readonly title: string;
  readonly named: string | null;
}

interface FoundProgramme extends Named {
  /** Null where the database does not say what it is for. */
  readonly mode: Mode | null;
}

function howToStart(place: Place, { id, named, mode }: FoundProgramme): string[] {
  const words = mode === null ? 'npm start' : startWords(mode);
  return named === null
    ? [`  To start what it holds, set PROGRAMME to the folder of the programme “${id}”, with a slash in it.`]
    : [`  To start what it holds${withSame(place)}:`, `    ${command(place, `PROGRAMME=${quoted(named)} ${words}`)}`];
}

/** Refuses a database that holds invented and real data, with the way out. */
export function mixedError(place: Place, holdings: readonly Holding[], named: string | null): ModeError {
  return new ModeError(
    [
      `The database ${at(place)} holds invented and real data together, and does not say which it is for.`,
      'It is not started, and nothing was changed.',
      '',
      ...holdingLines(holdings),
      '',
      '  To see this again:',
      `    ${command(place, 'npm run ldr -- mode show')}`,
      '  To keep it as a demonstration:',
      `    ${command(place, 'npm run ldr -- mode keep demonstration')}`,
      ...(mayKeep(holdings, 'real').kind === 'allowed'
        ? [
            '  To keep it as real, where its personas have no effect:',
            `    ${command(place, 'npm run ldr -- mode keep real')}`,
          ]
        : []),
      '  To start a real service with a database of its own:',
      `    ${startCommand(besides(place, 'real'), 'real', named)}`,
      ...(place === null ? ['  with DATABASE_URL naming another, empty database.'] : []),
    ].join('\n'),
  );
}

/** What a database holds of each kind, one line for each. */
export function holdingLines(holdings: readonly Holding[]): string[] {
  const orNone = (text: string) => text || 'nothing';
  return [
    `  Invented:        ${orNone(listed(holdings, 'invented'))}`,
    `  Real:            ${orNone(listed(holdings, 'real'))}`,
    `  Could be either: ${orNone(listed(holdings, 'either'))}`,
  ];
}

/** `12 personas, 237 assessments`; empty where there is nothing. */
export function listed(holdings: readonly Holding[], kind: 'invented' | 'real' | 'either'): string {
  const found = holdings.filter((holding) => holding[kind] > 0);
  return found.map((holding) => countOf(holding[kind], ...thingNames[holding.thing])).join(', ');
}

/** What to type to start the service on a database. `named`: what `PROGRAMME` has to say, null for the usual programme. */
export function startCommand(place: Place, mode: Mode, named: string | null): string {
  return command(place, `${named === null ? '' : `PROGRAMME=${quoted(named)} `}${startWords(mode)}`);
}

const startWords = (mode: Mode): string => `DEMO=${mode === 'demonstration' ? 1 : 0} npm start`;

/** What else the command needs on a database that an address names, which is not repeated: it may hold a password. */
export function withSame(place: Place): string {
  return place === null ? ', with the same DATABASE_URL' : '';
}

/** Something to type, with the folder it is about. */
export function command(place: Place, words: string): string {
  return place === null ? words : `DATA_DIR=${quoted(place)} ${words}`;
}

/** As a shell reads it. */
function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/** A folder beside this one for the other kind of data. */
export function besides(place: Place, mode: Mode): Place {
  if (place === null) {
    return null;
  }
  const folder = place.replace(/\/+$/, '');
  const base = folder.replace(/-(real|demonstration)$/, '');
  return base !== folder && mode === 'demonstration' ? base : `${base}-${mode}`;
}

export function at(place: Place): string {
  return place === null ? 'that DATABASE_URL names' : `in ${place}`;
}
