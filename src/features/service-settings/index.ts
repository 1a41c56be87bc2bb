export { serviceSettingsRoutes } from './service-settings-routes.tsx';
