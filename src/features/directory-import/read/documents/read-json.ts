import { answerLimits } from '../../../../file-limits.ts';
import { JsonScan } from '../../../../platform/files/json-scan.ts';
import { type FaultCollector, faultOn } from '../import-faults.ts';
import { LineCounter } from '../line-counter.ts';

/** The object a JSON file holds. Answers come in pages, so a file is read whole; it is measured as it comes in. */
export async function readJson(
  texts: AsyncIterable<string>,
  faults: FaultCollector,
): Promise<Readonly<Record<string, unknown>>> {
  const scan = new JsonScan(answerLimits);
  const pieces: string[] = [];
  for await (const text of texts) {
    const reason = scan.pass(text);
    if (reason !== null) {
      faults.fail(faultOn(null, `the file ${reason}`));
    }
    pieces.push(text);
  }
  const value = parsed(pieces.join(''), faults);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.fail(faultOn(1, 'wrong layout: the file holds no JSON object'));
  }
  return value as Readonly<Record<string, unknown>>;
}

function parsed(text: string, faults: FaultCollector): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message.replaceAll(/\s+/g, ' ').slice(0, 160) : String(error);
    const position = positionIn(message, text);
    const line = position === null ? null : lineAt(text, position);
    const isCut = position !== null && position >= text.trimEnd().length;
    return faults.fail(
      faultOn(
        line,
        isCut ? 'the file ends within a value: it seems to be cut off' : `not readable as JSON: ${message}`,
      ),
    );
  }
}

function lineAt(text: string, position: number): number {
  const lines = new LineCounter();
  lines.pass(text.slice(0, position));
  return lines.line;
}

/** Where reading stopped; null where the message does not say, which it does not for a stray character. */
function positionIn(message: string, text: string): number | null {
  if (message.includes('end of JSON input')) {
    return text.length;
  }
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? null : Number(position);
}
