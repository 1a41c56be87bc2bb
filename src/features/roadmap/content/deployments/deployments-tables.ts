import type { z } from 'zod';
import { memberName, type RoadmapDocument } from '../../documents/frozen-document.ts';
import { type KindTable, kindTable, severalInCell, type TableColumn, termLabel } from '../file-table.ts';
import {
  type DocumentDeployment,
  deploymentsReader,
  deploymentsTitle,
  inOrder,
  inWordsOfNow,
  organisationsInWords,
} from './deployment.ts';
import { statusLabels } from './deployment-status.ts';
import { periodInWords } from './deployment-words.ts';
import { countedMoney, fundingLabels, type MoneyInYear, type MoneyLine, moneyByYear, natureLabels } from './money.ts';

type Written = z.infer<typeof deploymentsReader.shape>;

const deploymentsOf = ({ deployments }: Written) => inOrder(deployments.map(inWordsOfNow));

/** The lines that deployments have of something, each with the deployment that it belongs to. */
function linesOf<Line>(written: Written, of: (row: DocumentDeployment) => readonly Line[]) {
  return deploymentsOf(written).flatMap((deployment) => of(deployment).map((line) => ({ deployment, line })));
}

type OfLine<Line> = TableColumn<{ readonly deployment: DocumentDeployment; readonly line: Line }>;

function whose<Line>(): OfLine<Line>[] {
  return [
    ['deployment_id', 'Deployment id', 38, ({ deployment }) => deployment.id],
    ['deployment', 'Deployment', 44, ({ deployment }) => deployment.title],
  ];
}

const moneyColumns: readonly OfLine<MoneyLine>[] = [
  ...whose<MoneyLine>(),
  ['year', 'Year', 14, ({ line }) => line.year],
  ['nature', 'Capital or revenue', 18, ({ line }) => (line.nature === null ? null : natureLabels[line.nature])],
  ['pounds', 'Pounds', 14, ({ line }) => line.pounds],
  ['source', 'Source', 34, ({ line }) => line.source],
  ['state', 'Secured, bid for or missing', 24, ({ line }) => (line.state === null ? null : fundingLabels[line.state])],
];

const benefitColumns: readonly OfLine<DocumentDeployment['benefits'][number]>[] = [
  ...whose<DocumentDeployment['benefits'][number]>(),
  ['benefit', 'Benefit', 44, ({ line }) => line.what],
  ['measure', 'Measured by', 34, ({ line }) => line.measure],
  ['baseline', 'Before', 20, ({ line }) => line.baseline],
];

const totalColumns: readonly TableColumn<MoneyInYear>[] = [
  ['year', 'Year', 18, ({ label }) => label],
  ['pounds', 'All, in pounds', 16, ({ pounds }) => pounds],
  ['capital', 'Capital', 16, ({ capital }) => capital],
  ['revenue', 'Revenue', 16, ({ revenue }) => revenue],
  ['secured', 'Secured', 16, ({ secured }) => secured],
  ['bid', 'Bid for', 16, ({ bid }) => bid],
  ['gap', 'No funding yet', 16, ({ gap }) => gap],
  ['unstated', 'Not said', 16, ({ unstated }) => unstated],
  ['lines_without_amount', 'Lines without an amount, in no sum', 22, ({ unknown }) => unknown],
];

/** The schedule, the lines of money and the benefits of its rows, and its money by year. */
export const deploymentsTables: readonly KindTable[] = [
  kindTable(deploymentsReader, {
    name: 'deployments',
    title: deploymentsTitle,
    key: ['id'],
    called: ['title'],
    aside: ['organisation_codes'],
    refers: ['depends_on'],
    rows: deploymentsOf,
    columns: scheduleColumns,
  }),
  kindTable(deploymentsReader, {
    name: 'deployment-money',
    title: 'Money of each deployment',
    key: ['deployment_id', 'year', 'nature', 'source'],
    called: ['deployment', 'year', 'nature', 'source'],
    // A new title is told of once, with its deployment.
    aside: ['deployment'],
    rows: (written) => linesOf(written, ({ money }) => money),
    columns: () => moneyColumns,
  }),
  kindTable(deploymentsReader, {
    name: 'deployment-benefits',
    title: 'Benefits of each deployment',
    key: ['deployment_id', 'benefit'],
    called: ['deployment', 'benefit'],
    aside: ['deployment'],
    rows: (written) => linesOf(written, ({ benefits }) => benefits),
    columns: () => benefitColumns,
  }),
  kindTable(deploymentsReader, {
    name: 'money',
    title: 'Money by year',
    key: ['year'],
    called: ['year'],
    rows: (written) => moneyByYear(countedMoney(deploymentsOf(written)).lines),
    columns: () => totalColumns,
  }),
];

function scheduleColumns(document: RoadmapDocument): TableColumn<DocumentDeployment>[] {
  const { capabilityGroups } = document.terms;
  const named = (codes: readonly string[]) => organisationsInWords(codes.map((code) => memberName(document, code)));
  return [
    ['id', 'Id', 38, ({ id }) => id],
    ['group', 'Capability group', 34, ({ groupId }) => termLabel(capabilityGroups, groupId)],
    ['title', 'What is deployed', 44, ({ title }) => title],
    ['organisation_codes', 'Organisations (codes)', 20, (row) => severalInCell(row.organisationCodes)],
    ['organisations', 'Organisations', 50, ({ organisationCodes }) => named(organisationCodes)],
    ['status', 'How far it has come', 18, ({ status }) => statusLabels[status]],
    ['starts', 'Starts', 18, ({ starts }) => periodInWords(starts)],
    ['goes_live', 'Live by', 18, ({ goesLive }) => periodInWords(goesLive)],
    ['owner', 'Owner', 28, ({ owner }) => owner],
    ['supplier', 'Supplier', 28, ({ supplier }) => supplier],
    ['system', 'System', 28, ({ system }) => system],
    ['supports', 'Universal capabilities it supports', 20, ({ supports }) => severalInCell(supports)],
    ['roles', 'National roles it serves', 34, ({ roles }) => severalInCell(roles)],
    ['stp_priorities', 'Priorities of the STP', 34, ({ stpPriorities }) => stpPriorities],
    ['depends_on', 'Depends on (ids)', 38, ({ dependsOn }) => severalInCell(dependsOn)],
    ['depends_elsewhere', 'Depends on elsewhere', 34, ({ dependsElsewhere }) => dependsElsewhere],
  ];
}
