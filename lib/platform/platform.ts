import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Instant } from '../time/index.ts';
import type { EventName, QueueName, SecretName, SettingName, TableName } from '../wiring.ts';
import type { LogField } from './log-fields.ts';

export interface Clock {
  now(): Instant;
}

export interface Random {
  /** 128 random bits, base64url, 22 characters: references, states, pseudonyms. */
  id(): string;
  /** Uniform in [0, 1). */
  unit(): number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Default 10 000. */
  readonly timeoutMs?: number;
}

/** `text` may hold anything the other side sends (coordinates, names): parse it at once, keep and log nothing of it. */
export interface HttpAnswer {
  readonly status: number;
  header(name: string): string | null;
  readonly text: string;
}

export interface HttpClient {
  /** Never follows redirects; answers over 2 MiB and slow bodies fail. Throws `http-timeout` or `http-unreachable` (retryable), `bad-answer` (too big). */
  send(request: HttpRequest): Promise<HttpAnswer>;
}

/** Envelope encryption (AWS Encryption SDK). The context is authenticated: opening with another context fails. */
export interface Seal {
  close(plainText: string, context: Readonly<Record<string, string>>): Promise<Uint8Array>;
  /** Throws `sealed-text-unreadable`. */
  open(sealed: Uint8Array, context: Readonly<Record<string, string>>): Promise<string>;
}

type SafeValue = string | number | boolean;
/** Allow-listed keys only (log-fields.ts); a value that has not its key's shape is replaced by `[withheld]`. */
export type SafeFields = Readonly<Partial<Record<LogField, SafeValue | undefined>>>;

export interface Log {
  info(event: string, fields?: SafeFields): void;
  warn(event: string, fields?: SafeFields): void;
  /** Of a thrown value only name, code and a message-free stack are written. */
  error(event: string, thrown: unknown, fields?: SafeFields): void;
}

export interface Metrics {
  count(name: string, value?: number): void;
}

/** All that a room may use of the world outside; built once per function from its row in the wiring table. */
export interface Platform {
  readonly clock: Clock;
  readonly random: Random;
  readonly http: HttpClient;
  readonly seal: Seal;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly dynamo: DynamoDBDocumentClient;
  /** The physical name of a table this function may touch; throws `forbidden-by-wiring` for any other. */
  tableName(table: TableName): string;
  /** Throws `setting-missing` where the function's row does not list it. */
  setting(name: SettingName): string;
  secret(name: SecretName): Promise<string>;
  /** Queue bodies carry ids only. `delaySeconds` 0–900. */
  send(queue: QueueName, body: Readonly<Record<string, string>>, delaySeconds?: number): Promise<void>;
  /** EventBridge event from source `smartlading`. */
  announce(event: EventName, detail: Readonly<Record<string, string | number>>): Promise<void>;
}

/** What a Lambda entry exports as `build`: everything slow happens here once, the returned function runs per event. */
export type Build<Event, Result> = (platform: Platform) => (event: Event) => Promise<Result>;

/** One route of the HTTP API, as data: the handler, the OpenAPI document and the typed client all come from it. */
export interface ApiContract<Body, Path, Query, Answer> {
  readonly operationId: string;
  readonly summary: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly path: string;
  readonly status: 200 | 201 | 202;
  readonly body?: z.ZodType<Body>;
  readonly pathParameters?: z.ZodType<Path>;
  readonly query?: z.ZodType<Query>;
  readonly answer: z.ZodType<Answer>;
  /** Needs no sign-in: the use case's subject is empty. */
  readonly isPublic?: true;
}
