import { storedJson } from '../../../platform/stored-json.ts';
import { type WrittenContent, writtenContentShape } from '../../programme/index.ts';

/** As it stands in a pack, so that it is read as a pack is, by whatever version of the service. */
export const storedInstrument = storedJson<WrittenContent>('kept_instrument.content', writtenContentShape);
