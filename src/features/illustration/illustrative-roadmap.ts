import { parse } from 'yaml';
import { z } from 'zod';

const illustrationSchema = z
  .object({ exemplars: z.array(z.strictObject({ group: z.string(), title: z.string(), reason: z.string() })) })
  .catchall(z.unknown());

/** The invented plan of a programme, as its pack's illustration folder has it. */
export interface RoadmapIllustration {
  /** What each kind of content is to say, under its name. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly exemplars: z.infer<typeof illustrationSchema>['exemplars'];
}

export function parseRoadmapIllustration(text: string): RoadmapIllustration {
  const { exemplars, ...content } = illustrationSchema.parse(parse(text));
  return { content, exemplars };
}
