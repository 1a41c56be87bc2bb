import { paths } from '../../src/paths.ts';

/** A page or answer of each kind that anybody may see, by what it is called in the report. */
export const publicPages: Readonly<Record<string, string>> = {
  home: paths.home(),
  footprint: paths.footprint('wolverhampton'),
  organisation: paths.organisation('RL4'),
  report: paths.publicReport('RP5'),
  roadmap: paths.publishedRoadmap('doncaster'),
  money: `${paths.publishedPage('doncaster', 1, 'money')}?bids=lost`,
  schedule: paths.publishedPage('doncaster', 1, 'schedule'),
  insights: paths.insights(),
  questionnaire: paths.questionnaireSection('dmsa-2015', '1', 'records'),
  'footprint list': paths.footprints(),
  'API list': paths.apiItem('footprints'),
  'API item': paths.apiFootprint('wolverhampton'),
};
