import { storedJson } from '../../platform/stored-json.ts';
import { downloadShape, type RoadmapDownload } from '../roadmap/index.ts';

/** The file as it is kept and sent: indented, because people open it too, and with a line end as text files have. */
export function downloadText(download: RoadmapDownload): string {
  return `${JSON.stringify(download, null, 2)}\n`;
}

/** The content of a file made by `downloadText`. Its column is text and not JSON, so that the file is sent byte for byte. */
export function readDownload(text: string): RoadmapDownload {
  return keptDownload.read(JSON.parse(text));
}

/** The download names its format and version itself, so this column has a version 1 alone. */
const keptDownload = storedJson('publication.download', downloadShape);
