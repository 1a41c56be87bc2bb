import { paths } from '../../../paths.ts';
import { labelOfLayout } from '../views/import-words.ts';
import type { Upload } from './upload.ts';
import type { FileTaker } from './work-on-upload.ts';

/** Files of another feature: how they are taken in, and where and how pages speak of them. */
export interface FileKind extends FileTaker {
  readonly label: string;
  /** The page that lists them. */
  readonly list: { readonly href: string; readonly text: string };
  readonly newHref: string;
  /** What was said of a file when it was sent. */
  readonly describe: (details: unknown) => readonly SaidOfFile[];
}

export interface SaidOfFile {
  readonly key: string;
  readonly value: string;
}

/** What the page of one file says of its kind. */
export interface KindOfUpload extends Pick<FileKind, 'label' | 'list' | 'newHref'> {
  readonly said: readonly SaidOfFile[];
}

export const directoryFiles = { href: paths.imports(), text: 'Directory files' } as const;

export function kindOf(
  { layout, details }: Pick<Upload, 'layout' | 'details'>,
  kinds: readonly FileKind[],
): KindOfUpload {
  const kind = kinds.find((each) => each.layout === layout);
  return kind === undefined
    ? { label: labelOfLayout(layout), list: directoryFiles, newHref: paths.newImport(), said: [] }
    : { ...kind, said: kind.describe(details) };
}
