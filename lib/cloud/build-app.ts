import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { DataStack } from './data-stack.ts';
import { ServiceStack } from './service-stack.ts';

/** Stockholm: the nearest region, and inside the EEA (customers' data never leave it). */
const defaultRegion = 'eu-north-1';

/**
 * Both stacks, with the AWS Solutions checks on. Context values an operator gives: `jwtIssuer`, `jwtAudience` of the
 * retailer's app, `region`, and any setting of the wiring table by its name.
 */
export function buildApp(app: App): App {
  const env = { region: (app.node.tryGetContext('region') as string | undefined) ?? defaultRegion };
  const data = new DataStack(app, 'SmartladingData', { env, terminationProtection: true });
  new ServiceStack(app, 'SmartladingService', {
    env,
    data,
    jwtIssuer: (app.node.tryGetContext('jwtIssuer') as string | undefined) ?? 'https://identity.example',
    jwtAudience: (app.node.tryGetContext('jwtAudience') as string | undefined) ?? 'smartlading',
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
