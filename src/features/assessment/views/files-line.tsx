/** On to where the answers can be taken away. */
export function FilesLine({ href, title = 'Answers as files' }: { href: string; title?: string }) {
  return (
    <p>
      <a href={href}>{title}</a>: a workbook for a spreadsheet, a table, or JSON for programs.
    </p>
  );
}
