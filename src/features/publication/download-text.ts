import type { RoadmapDownload } from '../roadmap/index.ts';

/** The file as it is kept and sent: indented, because people open it too, and with a line end as text files have. */
export function downloadText(download: RoadmapDownload): string {
  return `${JSON.stringify(download, null, 2)}\n`;
}

/** The content of a file made by `downloadText`; it was checked when it was made and is never edited. */
export function readDownload(text: string): RoadmapDownload {
  return JSON.parse(text) as RoadmapDownload;
}
