import { TextField } from '../../../views/forms/fields.tsx';

interface FindFormProps {
  readonly action: string;
  readonly label: string;
  readonly find: string;
}

/** A plain search box: the page comes back with what was found. */
export function FindForm({ action, label, find }: FindFormProps) {
  return (
    <form method="get" action={action}>
      <TextField name="find" label={label} value={find} width={20} type="search" />
      <button className="nhsuk-button nhsuk-button--secondary" type="submit" data-module="nhsuk-button">
        Find
      </button>
    </form>
  );
}
