// The CDK app: `npm run synth` writes the CloudFormation templates, offline and without credentials.
import { App } from 'aws-cdk-lib';
import { buildApp } from '../lib/cloud/index.ts';

buildApp(new App()).synth();
