import { rowRoutes } from '../row-routes.tsx';
import { deploymentSaves, deploymentsTitle } from './deployment.ts';
import { deploymentWording, typedDeployment } from './deployment-words.ts';
import { parseDeploymentForm } from './parse-deployment-form.ts';
import { DeploymentPage } from './views/deployment-page.tsx';
import { DeploymentsPage } from './views/deployments-page.tsx';

/** The schedule of deployments. */
export const deploymentRoutes = rowRoutes({
  kind: deploymentSaves,
  address: 'deployments',
  words: {
    title: deploymentsTitle,
    list: 'the schedule',
    crumb: 'Deployment schedule',
    row: 'deployment',
  },
  parse: (form, { context, place }, others) =>
    parseDeploymentForm(form, { pack: context.pack, members: place.members, others }),
  rowOf: (id, { revision: _, ...fields }) => ({ id, ...fields }),
  typedOf: typedDeployment,
  wordingOf: deploymentWording,
  List: DeploymentsPage,
  Form: DeploymentPage,
});
