/** The heading of a working page, with the organisation it is about above it. */
export function PageHead({ organisation, title }: { organisation: string; title: string }) {
  return (
    <h1>
      <span className="nhsuk-caption-l">
        {organisation}
        <span className="nhsuk-u-visually-hidden">: </span>
      </span>
      {title}
    </h1>
  );
}
