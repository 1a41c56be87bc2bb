import { parse, YAMLError } from 'yaml';
import { type ProposedEvent, parseProposedEvent } from '../features/succession/index.ts';
import { yamlLimits } from '../file-limits.ts';
import { yamlExcess } from '../platform/files/yaml-scan.ts';
import { type Terminal, UsageError } from './command.ts';
import { readLimitedText } from './read-limited.ts';

/** What a file of an event looks like, for the help of both commands. */
export const proposalFileHelp = `The file is YAML or JSON and says what happens, from which day and why:

  kind: merge
  predecessors: [north-county, south-county]
  successor: { name: The County, code: cty, slug: the-county }
  effectiveOn: 2016-10-01
  reason: One plan for both

  kind            beside it
  merge           predecessors, successor {name, code, slug}
  split           predecessor, successors: a list of {name, code, slug, organisations}
  boundary-change from, to, organisations
  rename          footprint, name, slug
  closure         footprint
  organisation-merge  predecessors, successor {code, name}
  undo            eventId

Footprints are named by the last part of the address of their page, organisations by their code.`;

/** Reads and checks the file of an event; throws `UsageError` with everything that is wrong with it. */
export async function readProposalFile(name: string, terminal: Terminal): Promise<ProposedEvent> {
  const read = await readLimitedText(name, yamlLimits.proposalBytes, terminal);
  if (read.kind === 'unreadable') {
    throw new UsageError(`${name}: ${read.reason}`);
  }
  const parsed = parseProposedEvent(parseText(read.text, name));
  if (parsed.kind === 'errors') {
    throw new UsageError(parsed.errors.map(({ field, message }) => `${name}: ${field}: ${message}`).join('\n'));
  }
  return parsed.event;
}

function parseText(text: string, file: string): unknown {
  const excess = yamlExcess(text, yamlLimits.depth);
  if (excess !== null) {
    throw new UsageError(`${file} ${excess}`);
  }
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof YAMLError) {
      throw new UsageError(`${file} is neither YAML nor JSON: ${error.message}`);
    }
    throw error;
  }
}
