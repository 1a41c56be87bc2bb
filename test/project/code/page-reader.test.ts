import { describe, expect, it } from 'vitest';
import { PageReader, readPage } from '../../database/page-reader.ts';

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

  it('unfolds what is folded away', () => {
    const folded = new PageReader('<p>Seen</p><details><summary><span>More</span></summary><p>Inside</p></details>');
    expect(folded.text).toBe('Seen More');
    expect(folded.details('More').text).toBe('Inside');
  });

  it('reads forms by labels, with what is wrong, and knows where an error leads', () => {
    const form = new PageReader(`
      <div class="nhsuk-error-summary"><div role="alert"><h2>There is a problem</h2>
        <ul><li><a href="#cost">Enter a cost</a></li><li><a href="#state">Say how far</a></li></ul></div></div>
      <form><label class="nhsuk-label" for="cost">Cost <span class="nhsuk-u-visually-hidden">in pounds</span></label>
        <span class="nhsuk-error-message" id="cost-error"><span class="nhsuk-u-visually-hidden">Error: </span>Enter a cost</span>
        <input id="cost" name="cost" type="text" value="2,4"/>
        <label for="why">Why</label><textarea id="why" name="why">
a &amp; b</textarea>
        <label for="year">Year</label><select id="year"><option value="1">One</option><option value="2" selected="">Two</option></select>
        <fieldset><legend>How far</legend><input type="radio" id="state" name="state"/><label for="state">Begun</label></fieldset>
        <button type="submit">Save</button><a href="/x" role="button">Leave</a></form>
      <ul><li class="nhsuk-task-list__item"><div><a class="nhsuk-link" href="/t">Vision</a></div>
        <div class="nhsuk-task-list__status" id="s"><strong>To write</strong></div></li></ul>`);
    expect(form.errors).toEqual([
      { message: 'Enter a cost', field: 'Cost in pounds' },
      { message: 'Say how far', field: 'How far' },
    ]);
    expect(form.field('Cost in pounds')).toMatchObject({ value: '2,4', error: 'Enter a cost' });
    expect(form.field('Why')).toMatchObject({ value: 'a & b', error: '' });
    expect(form.field('Year').value).toBe('Two');
    expect(form.group('How far').text).toBe('Begun');
    expect(form.buttons).toEqual(['Save', 'Leave']);
    expect(form.task('Vision')).toBe('To write');
    expect(() => form.field('Where')).toThrow('no field “Where” among: Cost in pounds; Why; Year');
    expect(() => new PageReader('<div role="alert"><ul><li><a href="#gone">x</a></li></ul></div>').errors).toThrow(
      '#gone',
    );
  });

  it('reads what is told at the top, what stands beside, where every link leads, and the tab', () => {
    const told = new PageReader(`<head><title>Error: Plans – Roadmaps</title></head>
      <aside aria-label="Illustrative data"><p>All of it</p></aside><a href="/?a=1&amp;b=2">Home</a>
      <div class="nhsuk-notification-banner" role="alert"><h2>Success</h2>
        <p class="nhsuk-notification-banner__heading">Saved &amp; sent</p></div><h1>Plans</h1><a href="/x">Next</a>`);
    expect(told.documentTitle).toBe('Error: Plans – Roadmaps');
    expect(told.told).toBe('Saved & sent');
    expect(told.section('Plans').text).toBe('Next');
    expect(page.told).toBe('');
    expect(told.aside('Illustrative data').text).toBe('All of it');
    expect(() => told.aside('Map')).toThrow('no aside “Map” among: Illustrative data');
    expect(told.links).toEqual(['Home', 'Next']);
    expect(told.places).toEqual(['/?a=1&b=2', '/x']);
  });

  it('takes an answer only with the status that is expected', () => {
    expect(readPage({ statusCode: 422, body: '<h1>Form</h1>' }, 422).title).toBe('Form');
    expect(() => readPage({ statusCode: 404, body: '<h1>Not here</h1>' }, 200)).toThrow(
      'status 404, not 200: Not here',
    );
  });
});
