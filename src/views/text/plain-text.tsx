import { namedDirections } from '../page/named-directions.ts';

/** Text exactly as it was typed, line breaks included; says so when it is empty. */
export function PlainText({ text, empty = 'Nothing' }: { text: string; empty?: string }) {
  return text === '' ? (
    <p className="ldr-nothing">{empty}</p>
  ) : (
    <div className="ldr-plain-text ldr-cell--wide">{namedDirections(text)}</div>
  );
}
