import { parseArgs } from 'node:util';
import { type RecomputedAssessment, readRecomputed } from '../features/assessment/index.ts';
import { type RecomputedModeration, readRecomputedModerations } from '../features/moderation/index.ts';
import { assessmentRounds, findRound, type ProgrammePack } from '../features/programme/index.ts';
import { readProgrammeNow } from '../features/rounds/index.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { withDatabaseThere } from './with-database.ts';

const MOST_LINES = 100;

const help = `Usage: ldr recompute [<round>]

Works out the scores of every submitted assessment anew from its answers, with the version of the questionnaire that it
answered, and compares them to the last bit with those that were kept when it was signed. The same is done with what every
finished moderation found, from the signed document and the findings. Of one round, by its id, or of all.

Reads only. Needs the database (DATABASE_URL or DATA_DIR); the service may be up or not.

Exit code: 0 every score is the same, 1 one differs or could not be worked out, 2 it could not be tried.

Example: ldr recompute`;

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [roundId = null, ...more] = positionals;
  if (more.length > 0) {
    throw new UsageError('Name one round, or none for all of them.');
  }
  return withDatabaseThere(terminal, async (database, _config, { pack: asWritten }) => {
    const pack = await readProgrammeNow(database, asWritten);
    if (roundId !== null && findRound(pack, roundId)?.kind !== 'assessment') {
      throw new UsageError(`There is no round of assessment ${roundId}. There are: ${roundsIn(pack)}.`);
    }
    const report = new Report(terminal);
    for await (const assessment of readRecomputed(database, pack, roundId)) {
      report.take(assessment);
    }
    for await (const moderation of readRecomputedModerations(database, pack, roundId)) {
      report.takeModeration(moderation);
    }
    return report.end();
  });
}

const roundsIn = (pack: ProgrammePack) =>
  assessmentRounds(pack)
    .map(({ id }) => id)
    .join(', ');

/** Tells of differences as they are found, and counts to the end. */
class Report {
  readonly #terminal: Terminal;
  #assessments = 0;
  #moderations = 0;
  #scores = 0;
  #found = 0;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  take(assessment: RecomputedAssessment): void {
    this.#assessments += 1;
    this.#scores += assessment.scoreCount;
    this.#tell(linesOf(assessment));
  }

  takeModeration(moderation: RecomputedModeration): void {
    this.#moderations += 1;
    this.#scores += moderation.scoreCount;
    this.#tell(moderationLinesOf(moderation));
  }

  #tell(lines: readonly string[]): void {
    for (const line of lines) {
      this.#found += 1;
      if (this.#found <= MOST_LINES) {
        this.#terminal.print(line);
      }
    }
  }

  end(): ExitCode {
    const { print } = this.#terminal;
    if (this.#found > MOST_LINES) {
      print(`And ${count(this.#found - MOST_LINES)} more.`);
    }
    const extent = `${count(this.#scores)} scores of ${count(this.#assessments)} assessments and ${count(this.#moderations)} finished moderations were worked out anew.`;
    print(this.#found === 0 ? `SAME: ${extent}` : `NOT THE SAME: ${extent}`);
    return this.#found === 0 ? 0 : 1;
  }
}

const count = (number: number) => number.toLocaleString('en-GB');

function linesOf({ organisationId, roundId, differences, fault }: RecomputedAssessment): string[] {
  const place = `${organisationId}, ${roundId}`;
  if (fault !== null) {
    return [`${place}: could not be worked out, ${fault}`];
  }
  return differences.map(({ level, key, kept, anew }) => {
    const name = level === 'overall' ? level : `${level} ${key}`;
    return `${place}, ${name}: kept ${inWords(kept)}, anew ${inWords(anew)}`;
  });
}

function moderationLinesOf({ organisationId, roundId, differences, fault }: RecomputedModeration): string[] {
  const place = `${organisationId}, ${roundId}, moderation`;
  if (fault !== null) {
    return [`${place}: could not be worked out, ${fault}`];
  }
  const foundInWords = (score: RecomputedModeration['differences'][number]['kept']) =>
    score === null ? 'none' : `${inWords(score)}, ${score.checked} checked`;
  return differences.map(({ level, key, kept, anew }) => {
    const name = level === 'overall' ? level : `${level} ${key}`;
    return `${place}, ${name}: kept ${foundInWords(kept)}, anew ${foundInWords(anew)}`;
  });
}

/** A score with what it rests on, since that may be all that differs. */
function inWords(score: RecomputedAssessment['differences'][number]['kept']): string {
  if (score === null) {
    return 'none';
  }
  const { score: value, answered, applicable, notApplicable } = score;
  const without = notApplicable === 0 ? '' : `, ${notApplicable} not applicable`;
  return `${value ?? 'no score'} (${answered} of ${applicable} answered${without})`;
}

export const recomputeCommand: Command = { help, run };
