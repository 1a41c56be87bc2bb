interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
}

/** The words to look for, in a form that filters a list. */
export function SearchField({ label, value }: SearchFieldProps) {
  return (
    <div className="nhsuk-form-group">
      <label className="nhsuk-label" htmlFor="q">
        {label}
      </label>
      <input
        className="nhsuk-input ldr-filters__words"
        id="q"
        name="q"
        type="search"
        autoComplete="off"
        maxLength={100}
        defaultValue={value}
      />
    </div>
  );
}
