import * as z from 'zod';
import { ServiceError } from './errors.ts';

/**
 * Reads one part of a request as its schema allows. Unknown fields are refused, not stripped: a misspelt wish must not
 * be taken for none. Throws `invalid-request` or `unknown-field`, naming the field but never what was in it.
 */
export function requestParser<T>(schema: z.ZodType<T>): (input: unknown) => T {
  // Once per route, not per request: zod compiles a schema at its first use.
  const strictly = strict(schema);
  return (input) => {
    const parsed = strictly.safeParse(input);
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0];
    const code = issue?.code === 'unrecognized_keys' ? 'unknown-field' : 'invalid-request';
    throw new ServiceError(code, { field: knownPath(schema, issue?.path ?? []) });
  };
}

function strict<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return schema instanceof z.ZodObject ? (schema.strict() as unknown as z.ZodType<T>) : schema;
}

/** As much of the path as the schema itself spells: the rest may be keys that somebody sent. */
function knownPath(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const names: string[] = [];
  let at: unknown = schema;
  for (const step of path) {
    at = childOf(unwrapped(at), step);
    if (at === undefined) break;
    names.push(String(step));
  }
  return names.join('.');
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return unwrapped(schema.unwrap());
  }
  return schema;
}

function childOf(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject && typeof step === 'string') {
    return Object.hasOwn(schema.shape, step) ? schema.shape[step] : undefined;
  }
  return schema instanceof z.ZodArray && typeof step === 'number' ? schema.element : undefined;
}
