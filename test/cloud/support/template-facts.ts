import { App, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { buildApp } from '../../../lib/cloud/index.ts';

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: CloudFormation properties are as free as JSON
  readonly Properties: any;
}
export type Resources = Readonly<Record<string, Resource>>;

/** Both templates as CloudFormation sees them, without bundling the functions' code. */
export function synthesize(context: Record<string, unknown> = {}): { data: Resources; service: Resources } {
  const app = buildApp(new App({ context: { 'aws:cdk:bundling-stacks': [], ...context } }));
  const resources = (id: string) =>
    Template.fromStack(app.node.findChild(id) as Stack).toJSON().Resources as Resources;
  return { data: resources('SmartladingData'), service: resources('SmartladingService') };
}

export function ofType(resources: Resources, type: string): [string, Resource][] {
  return Object.entries(resources).filter(([, resource]) => resource.Type === type);
}

/** Every logical id, import or text that a CloudFormation value mentions: enough to tell what it points to. */
export function mentions(value: unknown): string {
  return JSON.stringify(value) ?? '';
}

/** Lambda logical ids start with the pascal-cased wiring name: `FetchPrices1A2B3C4D`. */
export function lambdaIds(service: Resources, names: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [id] of ofType(service, 'AWS::Lambda::Function')) {
    const name = names.find((candidate) => new RegExp(`^${pascal(candidate)}[0-9A-F]{8}$`).test(id));
    if (name) found.set(name, id);
  }
  return found;
}

export function pascal(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}
