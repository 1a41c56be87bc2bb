import { describe, expect, it } from 'vitest';
import { PageReader } from '../database/page-reader.ts';

const page = new PageReader(`
  <h1><span>Footprint</span> Doncaster</h1>
  <h2 id="facts">Facts</h2>
  <dl><div><dt>Region</dt><dd><a href="/areas/region/Y54?as-at=2016-06-01&amp;x=1">North of England</a></dd></div></dl>
  <h3>Beneath</h3><p>Still facts</p>
  <h2>Data</h2>
  <table><caption>Members</caption><thead><tr><th>Name</th><th>Code</th></tr></thead>
    <tbody><tr><th>Doncaster CCG</th><td>02X</td></tr></tbody></table>`);

describe('PageReader', () => {
  it('finds its way by headings', () => {
    expect(page.title).toBe('Footprint Doncaster');
    expect(page.section('Facts').text).toBe('Region North of England Beneath Still facts');
    expect(() => page.section('History')).toThrow(
      'no heading “History” among: Footprint Doncaster; Facts; Beneath; Data',
    );
  });

  it('reads facts, tables and links by their names', () => {
    expect(page.fact('Region').text).toBe('North of England');
    expect(page.link('North of England')).toBe('/areas/region/Y54?as-at=2016-06-01&x=1');
    expect(page.section('Data').table('Members')).toEqual([['Doncaster CCG', '02X']]);
    expect(() => page.fact('Lead')).toThrow('no fact “Lead”');
  });
});
