import { paths } from '../../../../../paths.ts';
import { typedText } from '../../../../../platform/forms/typed-form.ts';
import { Details } from '../../../../../views/details.tsx';
import { formatNumber } from '../../../../../views/format.ts';
import { SubmitButton } from '../../../../../views/forms/button.tsx';
import { ErrorSummary } from '../../../../../views/forms/error-summary.tsx';
import { TextAreaField, TextField } from '../../../../../views/forms/fields.tsx';
import { Form } from '../../../../../views/forms/form.tsx';
import { Narrative } from '../../../../../views/text/narrative.tsx';
import type { RoadmapPart } from '../../../../programme/index.ts';
import type { DraftForm } from '../../../drafts/draft-form.ts';
import type { SaveStamp } from '../../../drafts/save-repository.ts';
import type { VersionPlace } from '../../../roadmap-place.ts';
import type { VersionBeside } from '../../../versions/read-beside.ts';
import { ConflictNotice } from '../../../views/conflict-notice.tsx';
import { DraftFields } from '../../../views/draft-fields.tsx';
import { SavedLine } from '../../../views/saved-line.tsx';
import type { CitedPart } from '../citation-repository.ts';
import { partBodyLimit } from '../parse-part-form.ts';
import type { PartText } from '../part.ts';
import { CitedParts } from './cited-parts.tsx';
import { WritingHelp } from './writing-help.tsx';

interface PartPageProps {
  readonly place: VersionPlace;
  readonly part: RoadmapPart;
  /** The part that follows in the template; null for the last. */
  readonly next: RoadmapPart | null;
  /** As it is stored. */
  readonly text: PartText;
  readonly stamp: SaveStamp | null;
  /** The versions that it is read beside, and what they say in this part. */
  readonly beside: readonly VersionBeside[];
  readonly cited: readonly CitedPart[];
  /** Null for those who may only read. */
  readonly form: DraftForm | null;
}

/** One part of the roadmap: written here by its editors, read here by everyone else. */
export function PartPage(props: PartPageProps) {
  const { part, place, form, text, stamp, beside, cited } = props;
  return (
    <>
      {form !== null && <ErrorSummary errors={form.errors} />}
      {form?.conflict != null && <ConflictNotice conflict={form.conflict} />}
      <h1>
        <span className="nhsuk-caption-xl">
          Part {part.number}, version {place.version.number}
        </span>
        {part.title}
      </h1>
      {part.visibility === 'assured' && (
        <p>The regional reviewer reads this part. It is left out of the public edition of the roadmap.</p>
      )}
      <div {...(form === null ? {} : { className: 'ldr-writing' })}>
        <Guidance part={part} isOpen={form !== null && text.body === ''} />
        {form !== null && <PartForm {...props} form={form} />}
        <div>
          <SavedLine slug={place.footprint.slug} stamp={stamp} />
          <SavedText text={text} isEdited={form !== null} />
        </div>
      </div>
      <CitedParts beside={beside} cited={cited} />
    </>
  );
}

function Guidance({ part, isOpen }: { part: RoadmapPart; isOpen: boolean }) {
  return (
    <Details summary="What belongs in this part" open={isOpen}>
      <p>{part.guidance}</p>
      {part.prompts.length > 0 && (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {part.prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
      )}
    </Details>
  );
}

function PartForm({ form, part, next, place }: PartPageProps & { readonly form: DraftForm }) {
  return (
    <Form action={paths.roadmapContent(place.footprint.slug, 'parts', part.id)} savesItself>
      <DraftFields form={form} versionNumber={place.version.number} />
      <TextField
        name="local-heading"
        label="Local heading (optional)"
        hint={`If your roadmap calls this part something other than “${part.title}”`}
        value={typedText(form.typed, 'local-heading')}
        errors={form.errors}
      />
      <TextAreaField
        name="body"
        label="Text"
        hint={`Up to ${formatNumber(partBodyLimit)} characters`}
        rows={24}
        value={typedText(form.typed, 'body')}
        errors={form.errors}
      />
      <WritingHelp />
      <div className="nhsuk-button-group">
        <SubmitButton>Save</SubmitButton>
        {next !== null && (
          <SubmitButton secondary name="go-to" value="next">
            Save and go to “{next.title}”
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}

function SavedText({ text, isEdited }: { text: PartText; isEdited: boolean }) {
  if (text.body === '') {
    return isEdited ? null : <p className="ldr-empty">Nothing has been written for this part yet.</p>;
  }
  return (
    <section className="ldr-preview">
      <h2>{isEdited ? 'As it will be read' : text.localHeading || 'Text'}</h2>
      {isEdited && text.localHeading !== '' && <h3>{text.localHeading}</h3>}
      <Narrative text={text.body} headingLevel={isEdited && text.localHeading !== '' ? 4 : 3} />
    </section>
  );
}
