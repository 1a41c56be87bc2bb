export { organisationReportRoutes } from './report-routes.tsx';
