import { Fragment } from 'react';
import { paths } from '../../../../paths.ts';
import type { OrganisationRef } from '../../../directory/index.ts';
import type { Instrument } from '../../../programme/index.ts';
import type { AnsweredTogether } from '../../group/read-answered-together.ts';
import { sectionsInWords } from './sharing-words.ts';

/** Beside a result: with whom it was answered together, and in what. Nothing where it was answered by its organisation alone. */
export function AnsweredTogetherNote({
  together: { takenFrom, givenTo },
  instrument,
}: {
  readonly together: AnsweredTogether;
  readonly instrument: Instrument;
}) {
  return (
    <>
      {takenFrom !== null && (
        <p>
          Answered together with <OrganisationLink organisation={takenFrom} />, which gave the answers to{' '}
          {sectionsInWords(instrument, takenFrom.sectionIds)}.
        </p>
      )}
      {givenTo.length > 0 && (
        <p>
          Answered together with <OrganisationLinks organisations={givenTo} />, which took some of its answers.
        </p>
      )}
    </>
  );
}

function OrganisationLinks({ organisations }: { organisations: readonly OrganisationRef[] }) {
  return organisations.map((organisation, index) => (
    <Fragment key={organisation.organisationId}>
      {index > 0 && (index === organisations.length - 1 ? ' and ' : ', ')}
      <OrganisationLink organisation={organisation} />
    </Fragment>
  ));
}

function OrganisationLink({ organisation: { code, name } }: { organisation: OrganisationRef }) {
  return <a href={paths.organisation(code)}>{name}</a>;
}
