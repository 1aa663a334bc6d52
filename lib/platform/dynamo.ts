import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { awsClientOptions, sharedClients } from './aws-client.ts';
import type { Environment } from './environment.ts';

const clientAt = sharedClients((options) =>
  DynamoDBDocumentClient.from(new DynamoDBClient(options), {
    marshallOptions: { removeUndefinedValues: true },
  }),
);

export function dynamoOf(environment: Environment): DynamoDBDocumentClient {
  return clientAt(awsClientOptions(environment, 'DYNAMODB'));
}
