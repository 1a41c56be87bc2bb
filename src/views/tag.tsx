export type TagColour = 'blue' | 'green' | 'yellow' | 'orange' | 'red' | 'purple' | 'grey' | 'white' | 'aqua-green';

/** A short state in a coloured box; the words carry the meaning, never the colour alone. */
export function Tag({ text, colour }: { text: string; colour?: TagColour }) {
  return <strong className={`nhsuk-tag${colour === undefined ? '' : ` nhsuk-tag--${colour}`}`}>{text}</strong>;
}
