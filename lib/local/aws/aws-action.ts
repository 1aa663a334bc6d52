/** One AWS JSON action: the request's members in, the answer's members out. */
export type AwsAction = (input: Readonly<Record<string, unknown>>) => unknown;

/** Answered as the SDK expects it: status 400 and a `__type` that becomes the error's name. */
export class AwsError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
