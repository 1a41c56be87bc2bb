import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wellCased } from './well-cased.ts';

describe('wellCased', () => {
  it.each([
    ['THE DENSHAM SURGERY', 'The Densham Surgery'],
    ['NHS HARTLEPOOL AND STOCKTON-ON-TEES CCG', 'NHS Hartlepool and Stockton-on-Tees CCG'],
    ['NHS NORTH EAST AND NORTH CUMBRIA ICB - 00L', 'NHS North East and North Cumbria ICB - 00L'],
    [
      'UNIVERSITY HOSPITALS OF DERBY AND BURTON NHS FOUNDATION TRUST',
      'University Hospitals of Derby and Burton NHS Foundation Trust',
    ],
    ['NEWCASTLE UPON TYNE', 'Newcastle upon Tyne'],
    ['WESTON-SUPER-MARE', 'Weston-super-Mare'],
    ['CHESTER-LE-STREET', 'Chester-le-Street'],
    ['BIRD-IN-EYE SURGERY', 'Bird-in-Eye Surgery'],
    ['KENSINGTON & CHELSEA PCT', 'Kensington & Chelsea PCT'],
    ['C/O NHS ENGLAND, 1W09, 1ST FLOOR', 'c/o NHS England, 1W09, 1st Floor'],
    ["DR O'BRIEN & PARTNERS", "Dr O'Brien & Partners"],
    ["ST. JAMES'S UNIVERSITY HOSPITAL", "St. James's University Hospital"],
    ["QUEEN'S PARK MEDICAL CTR", "Queen's Park Medical Ctr"],
    ['DR RK SHAH', 'Dr RK Shah'],
    ['DR AK SHAH', 'Dr AK Shah'],
    ['DR ON PATEL', 'Dr ON Patel'],
    ['DR A AND B SMITH', 'Dr A and B Smith'],
    ['DR LI', 'Dr Li'],
    ['DR LI AND PARTNERS', 'Dr Li and Partners'],
    ['MCDONALD HOUSE', 'Mcdonald House'],
    ['BLOCK II, THE GRANGE', 'Block II, The Grange'],
    ['SURGERY (THE OLD SCHOOL)', 'Surgery (The Old School)'],
    ['HMP & YOI ISIS', 'HMP & YOI Isis'],
    ['PO BOX 5, 2ND FLOOR', 'PO Box 5, 2nd Floor'],
    ['UNIT 15A', 'Unit 15A'],
    ['YNYS MÔN', 'Ynys Môn'],
    ['The iCaSH service', 'The iCaSH service'],
    ['A81001', 'A81001'],
    ['', ''],
  ])('writes %s as %s', (published, written) => {
    expect(wellCased(published)).toBe(written);
  });

  it('changes nothing but the case, and nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ABEGHNORSTY019 -&'(),./") }), (text) => {
        const once = wellCased(text);
        expect(once.toUpperCase()).toBe(text);
        expect(wellCased(once)).toBe(once);
      }),
    );
  });
});
