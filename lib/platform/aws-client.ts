import type { Environment } from './environment.ts';

export type AwsService = 'DYNAMODB' | 'SQS' | 'EVENTBRIDGE' | 'SECRETS_MANAGER';

export interface AwsClientOptions {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
  readonly requestHandler: { connectionTimeout: number; requestTimeout: number };
}

/**
 * Client options from the function's own environment, not the process's: in the local run many functions, each with
 * an environment of its own, live in one process. Variable names are the AWS SDK's.
 */
export function awsClientOptions(environment: Environment, service: AwsService): AwsClientOptions {
  const endpoint = environment[`AWS_ENDPOINT_URL_${service}`] ?? environment.AWS_ENDPOINT_URL;
  const credentials = credentialsOf(environment);
  return {
    region: environment.AWS_REGION ?? 'eu-north-1',
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000 },
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
  };
}

/** One client per process and destination, so that fifteen functions in one process do not keep fifteen sets of sockets. */
export function sharedClients<Client>(
  make: (options: AwsClientOptions) => Client,
): (options: AwsClientOptions) => Client {
  const clients = new Map<string, Client>();
  return (options) => {
    const key = JSON.stringify([options.region, options.endpoint, options.credentials?.accessKeyId]);
    const client = clients.get(key) ?? make(options);
    clients.set(key, client);
    return client;
  };
}

function credentialsOf(environment: Environment): AwsClientOptions['credentials'] {
  const accessKeyId = environment.AWS_ACCESS_KEY_ID;
  const secretAccessKey = environment.AWS_SECRET_ACCESS_KEY;
  const sessionToken = environment.AWS_SESSION_TOKEN;
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}
