import { Details } from '../../../../../views/details.tsx';

/** How to set headings, lists and links in a long text. */
export function WritingHelp() {
  return (
    <Details summary="How to set headings, lists and links">
      <p>Leave an empty line between paragraphs. Then:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          <code># Our ambition</code> is a heading, <code>## What changes first</code> one below it
        </li>
        <li>
          <code>- One shared record</code> is a point in a list, <code>1. First</code> a numbered one
        </li>
        <li>
          <code>**important**</code> is bold, <code>*stressed*</code> is in italics
        </li>
        <li>
          <code>[the plan](https://www.example.nhs.uk/plan)</code> is a link
        </li>
        <li>
          <code>&gt; What a patient said</code> is a quotation
        </li>
      </ul>
    </Details>
  );
}
