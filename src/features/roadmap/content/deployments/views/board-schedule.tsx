import { DataTable } from '../../../../../views/data-table.tsx';
import { countOf } from '../../../../../views/format.ts';
import { memberName } from '../../../documents/frozen-document.ts';
import type { BoardReading } from '../../content-kind.ts';
import { shortened } from '../../shortened.ts';
import { type DocumentDeployment, organisationsInWords } from '../deployment.ts';
import { periodInWords } from '../deployment-words.ts';
import { countedMoney, moneyTotals, poundsInWords } from '../money.ts';
import { overdue } from '../overdue.ts';
import { scheduleOf } from '../schedule.ts';
import { MoneyTable } from './money-table.tsx';

const MOST_ROWS = 8;
const MOST_LETTERS = 90;

/** Money by year, and what should have been live by now. */
export function BoardSchedule({ document, day }: BoardReading) {
  const rows = scheduleOf(document) ?? [];
  if (rows.length === 0) {
    return null;
  }
  const late = overdue(rows, day);
  const where = (codes: readonly string[]) => organisationsInWords(codes.map((code) => memberName(document, code)));
  return (
    <>
      <h2>Money</h2>
      <MoneyTable {...countedMoney(rows)} />
      <h2>What should have been live by now</h2>
      <DataTable
        caption="Not live, and late"
        empty="Nothing is late."
        rows={late.slice(0, MOST_ROWS)}
        rowKey={({ id }) => id}
        columns={[
          { heading: 'Deployment', isRowHeading: true, cell: ({ title }) => shortened(title, MOST_LETTERS) },
          { heading: 'Where', cell: ({ organisationCodes }) => shortened(where(organisationCodes), MOST_LETTERS) },
          { heading: 'Live by', cell: ({ goesLive }) => periodInWords(goesLive) },
          { heading: 'Money not secured', numeric: true, cell: (row) => notSecured(row) },
        ]}
      />
      {late.length > MOST_ROWS && <p>And {countOf(late.length - MOST_ROWS, 'other')}.</p>}
    </>
  );
}

function notSecured({ money }: Pick<DocumentDeployment, 'money'>): string {
  if (money.length === 0) {
    return 'No money stated';
  }
  const { pounds, unknown } = moneyTotals(money.filter(({ state }) => state !== 'secured'));
  if (unknown === 0) {
    return poundsInWords(pounds);
  }
  return pounds === 0 ? 'Not known' : `${poundsInWords(pounds)} and more`;
}
