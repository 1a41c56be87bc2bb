import { describe, expect, it } from 'vitest';
import { addressOfLines } from './address-of-lines.ts';

describe('addressOfLines', () => {
  it.each([
    [
      'town in the fourth line, county in the fifth',
      ['DR PIPER HOUSE', 'KING STREET', '', 'DARLINGTON', 'COUNTY DURHAM'],
      'Dr Piper House, King Street',
      'Darlington',
    ],
    [
      'town in the third line, county in the fourth',
      ['THE HEALTH CENTRE', 'LAWSON STREET', 'STOCKTON ON TEES', 'CLEVELAND', ''],
      'The Health Centre, Lawson Street',
      'Stockton on Tees',
    ],
    ['town in the third line, nothing behind', ['28 HIGH STREET', '', 'OXFORD', '', ''], '28 High Street', 'Oxford'],
    [
      'town in the second line, county in the third',
      ['22 LADYGATE LANE', 'RUISLIP', 'MIDDLESEX', '', ''],
      '22 Ladygate Lane',
      'Ruislip',
    ],
    [
      'London, which is no county',
      ['15 SMITH STREET', 'WESTMINSTER', '', 'LONDON', 'GREATER LONDON'],
      '15 Smith Street, Westminster',
      'London',
    ],
    ['town and county in one line', ['1 MILL LANE', '', 'STOCKPORT,CHESHIRE', '', ''], '1 Mill Lane', 'Stockport'],
    [
      'two places in one line',
      ['160 SCALBY RD', 'NEWBY, SCARBOROUGH', '', '', ''],
      '160 Scalby Rd, Newby',
      'Scarborough',
    ],
    ['a town alone', ['', '', 'LONDON', '', ''], null, 'London'],
    ['a street alone', ['LAWSON STREET', '', '', '', ''], 'Lawson Street', null],
    [
      'no town, the last part being a number',
      ['THE SURGERY', '12 MILL LANE', '', '', ''],
      'The Surgery, 12 Mill Lane',
      null,
    ],
    ['nothing', ['', '', '', '', ''], null, null],
  ])('finds %s', (_, lines, address, town) => {
    expect(addressOfLines(lines)).toEqual({ address, town });
  });
});
