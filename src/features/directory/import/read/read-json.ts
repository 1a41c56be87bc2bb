import { type FaultCollector, faultOn } from './import-faults.ts';

/** A hundred times the longest answer that the services give in one page. */
const longestAnswer = 64 * 1024 * 1024;

/** The object a JSON file holds. Answers come in pages, so a file is read whole, up to 64 million characters. */
export async function readJson(
  texts: AsyncIterable<string>,
  faults: FaultCollector,
): Promise<Readonly<Record<string, unknown>>> {
  const pieces: string[] = [];
  let length = 0;
  for await (const text of texts) {
    length += text.length;
    if (length > longestAnswer) {
      faults.fail(faultOn(null, 'the file is longer than any one answer; import its pages one by one, or as XML'));
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
    const line = position === null ? null : text.slice(0, position).split(/\r\n|\r|\n/).length;
    const isCut = position !== null && position >= text.trimEnd().length;
    return faults.fail(
      faultOn(
        line,
        isCut ? 'the file ends within a value: it seems to be cut off' : `not readable as JSON: ${message}`,
      ),
    );
  }
}

/** Where reading stopped; null where the message does not say, which it does not for a stray character. */
function positionIn(message: string, text: string): number | null {
  if (message.includes('end of JSON input')) {
    return text.length;
  }
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? null : Number(position);
}
