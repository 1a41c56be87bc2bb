/** For a care setting that a questionnaire leaves out. */
export function NothingAskedPage({ setting }: { setting: string }) {
  return (
    <>
      <h1>Preview</h1>
      <p>Nothing is asked of this care setting: {setting}.</p>
    </>
  );
}
