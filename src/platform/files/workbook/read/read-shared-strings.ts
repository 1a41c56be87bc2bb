import { readXml } from './read-xml.ts';
import { unescapedText } from './unescaped-text.ts';

/** The texts that cells name by number. The runs of one that is partly bold are put together; how it is pronounced is left out. */
export function readSharedStrings(xml: string): string[] {
  const texts: string[] = [];
  let said: string | null = null;
  let isText = false;
  let inPhonetic = false;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') {
        said = '';
      }
      inPhonetic ||= name === 'rPh';
      isText = name === 't' && !inPhonetic;
    },
    text: (text) => {
      if (isText && said !== null) {
        said += text;
      }
    },
    close: (name) => {
      isText = false;
      inPhonetic &&= name !== 'rPh';
      if (name === 'si' && said !== null) {
        texts.push(unescapedText(said));
        said = null;
      }
    },
  });
  return texts;
}
