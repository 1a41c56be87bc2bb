import { type KindTable, kindTable, type TableColumn } from '../file-table.ts';
import {
  degreeLabels,
  inOrderOfRating,
  type Risk,
  riskRatingOf,
  riskStateLabels,
  risksReader,
  risksTitle,
} from './risk.ts';

/** A row for each risk, those rated highest first. */
export const risksTables: readonly KindTable[] = [
  kindTable(risksReader, {
    name: 'risks',
    title: risksTitle,
    key: ['id'],
    called: ['risk'],
    rows: ({ risks }) => inOrderOfRating(risks),
    columns: (): TableColumn<Risk>[] => [
      ['id', 'Id', 38, ({ id }) => id],
      ['risk', 'What could go wrong', 40, ({ title }) => title],
      ['description', 'Description', 50, ({ description }) => description],
      ['likelihood', 'Likelihood', 12, ({ likelihood }) => degreeLabels[likelihood]],
      ['impact', 'Impact', 12, ({ impact }) => degreeLabels[impact]],
      ['rating', 'Rating', 12, (risk) => degreeLabels[riskRatingOf(risk)]],
      ['mitigation', 'What is done about it', 50, ({ mitigation }) => mitigation],
      ['owner', 'Owner', 28, ({ owner }) => owner],
      ['state', 'State', 18, ({ state }) => riskStateLabels[state]],
    ],
  }),
];
