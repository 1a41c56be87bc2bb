import { paths } from '../../../paths.ts';
import { countOf } from '../../../views/format.ts';
import { SubmitButton } from '../../../views/forms/button.tsx';
import { Form } from '../../../views/forms/form.tsx';
import { SummaryList } from '../../../views/summary-list.tsx';
import { isRegistryWell, outcomeWords, type RegistryState } from '../fetch/registry-state.ts';

/** What the service fetches by itself, and what came of it. */
export function RegistrySection({ state }: { state: RegistryState }) {
  const { registry, last, undecided } = state;
  if (registry === null && last === null) {
    return (
      <>
        <h2>Fetched from the registry</h2>
        <p>
          Nothing is fetched: the service is not told where the registry answers. Whoever runs it can set DIRECTORY_URL
          and DIRECTORY_KIND; until then, bring in files.
        </p>
      </>
    );
  }
  const file = last?.file ?? null;
  return (
    <>
      <h2>Fetched from the registry</h2>
      <SummaryList
        rows={[
          {
            key: 'Address',
            value: registry === null ? 'None is configured any more' : registry.address,
          },
          ...(registry === null ? [] : [{ key: 'How often', value: `Every ${countOf(registry.everyHours, 'hour')}` }]),
          {
            key: 'Last time',
            value: (
              <>
                {!isRegistryWell(state) && <strong>Warning: </strong>}
                {outcomeWords(state)}
                {file !== null && (
                  <>
                    {' '}
                    (<a href={paths.importUpload(file.uploadId)}>see it</a>)
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {registry !== null && <RegistryNextStep undecided={undecided} />}
    </>
  );
}

function RegistryNextStep({ undecided }: { undecided: string | null }) {
  if (undecided !== null) {
    return (
      <p>
        Nothing more is fetched until somebody decides on{' '}
        <a href={paths.importUpload(undecided)}>the file that was fetched</a>.
      </p>
    );
  }
  return (
    <Form action={paths.fetchImports()}>
      <SubmitButton secondary={true}>Fetch now</SubmitButton>
    </Form>
  );
}
