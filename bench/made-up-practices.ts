/** Room for 1,296,000 practices: codes run `Z00000`, `Z00001`, … `Z00999`, `Z01000`, … `Z0A000`, with letters in the middle. */
export function practiceCode(index: number): string {
  const middle = Math.floor(index / 1000)
    .toString(36)
    .toUpperCase();
  return `Z${middle.padStart(2, '0')}${String(index % 1000).padStart(3, '0')}`;
}

/** Matches the codes of made-up practices and no others. */
export const practiceCodes = '^Z[0-9A-Z]{2}[0-9]{3}$';

/** A file of made-up practices in the layout of the registry. */
export function practicesFile(count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, (_, index) => practiceLine(index)).join(''));
}

function practiceLine(index: number): string {
  const number = String(index).padStart(5, '0');
  const name = `THE ILLUSTRATION SURGERY ${number}`;
  const town = `TOWN ${index % 500}`;
  const postcode = `DL${(index % 17) + 1} ${index % 9}JL`;
  const address = [`${index % 90} HIGH STREET`, `WARD ${index % 70}`, '', town, '', postcode];
  const cells = [
    ...[practiceCode(index), name, 'Y54', 'Q74', ...address, '19740401', '', 'A', 'B', '00C', '20130401', ''],
    ...[`01325 ${number.slice(-5)}0`, '', '', '', '0', '', '00C', '', '4', ''],
  ];
  return `${cells.map((cell) => `"${cell}"`).join(',')}\r\n`;
}
