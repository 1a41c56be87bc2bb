import { z } from 'zod';
import { digestOf } from '../../platform/canonical-json.ts';
import type { Instrument, InstrumentAsWritten, Theme, WrittenContent } from './instrument.ts';
import type { PackContent } from './pack-content.ts';
import { instrumentShape, themeShape } from './pack-shapes.ts';
import type { SoundPack, WrittenInstrument, WrittenTheme } from './sound-pack.ts';

/** As it is kept. */
export const writtenContentShape = z.strictObject({ instrument: z.json(), themes: z.array(z.json()) });

/** Every instrument of a sound pack as it is written there. */
export function asWritten(content: PackContent, { instruments, themes }: SoundPack): InstrumentAsWritten[] {
  const itemsOf = (key: string) => z.array(z.json()).parse(content.value(key));
  const [writtenInstruments, writtenThemes] = [itemsOf('instruments'), itemsOf('themes')];
  return instruments.items.map(({ value: { id, version, themes: order } }, index) => {
    const own = order.flatMap((theme) =>
      writtenThemes.filter((_, at) => {
        const found = themes.items[at]?.value;
        return found?.instrument === id && found.id === theme;
      }),
    );
    const written = { instrument: writtenInstruments[index] ?? null, themes: own };
    return { id, version, content: written, digest: digestOfAsked(written) };
  });
}

/** The instrument that was written so, read as one of a pack is. Throws where it is none. */
export function instrumentWrittenAs({ instrument, themes }: WrittenContent): Instrument {
  return withThemes(
    instrumentShape.parse(instrument),
    themes.map((theme) => themeShape.parse(theme)),
  );
}

/** The instrument with those of the themes that are its own, in its order. */
export function withThemes(instrument: WrittenInstrument, themes: readonly WrittenTheme[]): Instrument {
  const written = themes.filter((theme) => theme.instrument === instrument.id);
  const ordered = instrument.themes.flatMap((id) => written.filter((theme) => theme.id === id));
  return { ...instrument, themes: ordered.map(({ instrument: _, ...theme }): Theme => theme) };
}

/** What is known of a question, or said about an instrument as a whole, may be put right: no answer and no score rests on it. */
const aboutIt: ReadonlySet<string> = new Set(['standing', 'provenance', 'follows', 'lineage']);

function digestOfAsked(content: WrittenContent): string {
  return digestOf(withoutKeys(content, aboutIt));
}

function withoutKeys(value: unknown, keys: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => withoutKeys(item, keys));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const kept = Object.entries(value).filter(([key]) => !keys.has(key));
  return Object.fromEntries(kept.map(([key, held]) => [key, withoutKeys(held, keys)]));
}
