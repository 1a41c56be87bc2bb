import { createHash } from 'node:crypto';
import type { RoadmapDownload } from '../roadmap/index.ts';

/** The file as it is kept and sent: indented, because people open it too, and with a line end as text files have. */
export function downloadText(download: RoadmapDownload): string {
  return `${JSON.stringify(download, null, 2)}\n`;
}

/** The content of a file made by `downloadText`; it was checked when it was made and is never edited. */
export function readDownload(text: string): RoadmapDownload {
  return JSON.parse(text) as RoadmapDownload;
}

/** The tag of a file: the same bytes, the same tag. Weak (RFC 9110, section 8.8.3), as it is sent compressed and plain alike. */
export function entityTag(text: string): string {
  return `W/"${createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32)}"`;
}
