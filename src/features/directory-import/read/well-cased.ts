/** Written small inside a name: "Stockton-on-Tees", "Newcastle upon Tyne", "Chester-le-Street". */
const smallWords = new Set(
  'AND AT BY CUM DE FOR FROM IN LA LE NEAR NEXT OF ON OR SUPER THE TO UNDER UPON WITH'.split(' '),
);

/** Abbreviations with a vowel, which nothing tells from a word, and the Roman numerals that are used. */
const capitals = new Set(
  (
    'ABMU ADHD APMS AQP BFPO BMI CAMHS CATS CIC COPD CRI ELFT EMIS ENT EPUT GPSI GUM HIV HMYOI IAPT ICATS ICB ICS ICT IOW ISTC ' +
    'IUC IVF LIFT MIU MOD MSK NELFT NHSE NUH OHP OOH PICU PO QE RAF SICBL UCC UK UTC WIC YOI II III IV VI VII VIII IX XI XII'
  ).split(' '),
);

/** Short forms without a vowel that are not initials. Every other word without a vowel is: NHS, CCG, GP, "Dr RK Shah". */
const shortened = new Set(
  (
    'BLDG BLDGS BLVD BRDGE CL CLN CNTR CRT CT CTR CTRE CTRS DR DRS FT GDNS GRP HGHTS HLTH HTH JNR LN LTD MKT MR MRS MS MT NR NRTH NTH PK PL PRK PTNR PTNRS PTRS RD ' +
    'SCH SHPG SNR SQ SRGY ST STH STR SVC SVCS TRST WLK'
  ).split(' '),
);

const vowel = /[AEIOUYÀ-ÖØ-Ý]/;
const digit = /\d/;
const ordinal = /^\d+(?:ST|ND|RD|TH)$/;
const titleBefore = /\bDRS?\.? $/;
const surnameBehind = /^ (?!(?:AND|OF) )[A-Z']{2,}/;
/** What a new run of words starts behind: the beginning, a comma, bracket, slash or a dash with blanks. */
const runStart = /(?:^|[,;:(/"]\s*|\s[-–]\s+)$/;
const letterAndName = /^[DO]['’]([^'’]{3,})$/;

function capitalised(text: string): string {
  return text.slice(0, 1) + text.slice(1).toLowerCase();
}

function keepsCapitals(text: string): boolean {
  return capitals.has(text) || (!vowel.test(text) && !text.includes("'") && !shortened.has(text));
}

/** The cases that need what stands beside the word: one or two letters, and the words written small. */
function casedInPlace(found: string, at: number, text: string): string {
  const before = text.slice(0, at);
  const isAfterTitle = titleBefore.test(before);
  if (smallWords.has(found) && !isAfterTitle) {
    return runStart.test(before) ? capitalised(found) : found.toLowerCase();
  }
  if ((found === 'C' && text.startsWith('/O ', at + 1)) || (found === 'O' && before.endsWith('C/'))) {
    return found.toLowerCase();
  }
  const areInitials = isAfterTitle && surnameBehind.test(text.slice(at + found.length));
  return found.length === 1 || areInitials || keepsCapitals(found) ? found : capitalised(found);
}

function casedAlone(found: string): string {
  if (digit.test(found)) {
    return ordinal.test(found) ? found.toLowerCase() : found;
  }
  if (keepsCapitals(found)) {
    return found;
  }
  const named = letterAndName.exec(found)?.[1];
  return named === undefined ? capitalised(found) : found.slice(0, 2) + capitalised(named);
}

function casedWord(found: string, at: number, text: string): string {
  const dependsOnPlace = (found.length < 3 && !digit.test(found)) || smallWords.has(found);
  return dependsOnPlace ? casedInPlace(found, at, text) : casedAlone(found);
}

/**
 * A name or address published in capitals, as one would write it: "NHS HARTLEPOOL AND STOCKTON-ON-TEES CCG" becomes
 * "NHS Hartlepool and Stockton-on-Tees CCG". Text that has a small letter is already written as its owner wants it and
 * stays as it is. Codes, abbreviations, initials and Roman numerals keep their capitals; "Mc" names are left plain
 * ("Mcdonald"), as nothing tells them from words such as "Mchale". Applying it twice changes nothing more.
 */
export function wellCased(text: string): string {
  if (text !== text.toUpperCase()) {
    return text;
  }
  let cased = '';
  let at = 0;
  while (at < text.length) {
    const end = wordEnd(text, at);
    cased += end === at ? text[at] : casedWord(text.slice(at, end), at, text);
    at = Math.max(end, at + 1);
  }
  return cased;
}

/** Letters of English, Welsh and the neighbouring languages, and digits. */
function isOfWord(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x17f);
}

function wordEnd(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (isOfWord(code)) {
      at += 1;
    } else if (at > start && (code === 39 || code === 0x2019) && isOfWord(text.charCodeAt(at + 1))) {
      at += 2;
    } else {
      return at;
    }
  }
}
