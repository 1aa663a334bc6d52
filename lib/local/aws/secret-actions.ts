import { type AwsAction, AwsError } from './aws-action.ts';
import { region } from './region.ts';

/** Secrets Manager with the given secrets: id → value. */
export function secretActions(secrets: ReadonlyMap<string, string>): Record<string, AwsAction> {
  return {
    'secretsmanager.GetSecretValue': ({ SecretId: id }) => {
      const value = typeof id === 'string' ? secrets.get(id) : undefined;
      if (value === undefined)
        throw new AwsError('ResourceNotFoundException', 'Secrets Manager can’t find the specified secret.');
      return {
        ARN: `arn:aws:secretsmanager:${region}:000000000000:secret:${id}`,
        Name: id,
        SecretString: value,
        VersionId: '00000000-0000-0000-0000-000000000001',
        VersionStages: ['AWSCURRENT'],
      };
    },
  };
}
