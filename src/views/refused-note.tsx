/** What was asked for and left out, above the list it would have changed. */
export function RefusedNote({ refused }: { refused: readonly string[] }) {
  if (refused.length === 0) {
    return null;
  }
  return (
    <div className="ldr-refused" role="status">
      {refused.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
