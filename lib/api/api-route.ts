import type { ApiContract, ErrorCode } from '../platform/index.ts';

/** A route's contract with what only its documentation needs: which problems to expect, and one worked example. */
export interface ApiRoute<Body, Path, Query, Answer> extends ApiContract<Body, Path, Query, Answer> {
  readonly description: string;
  /** Problem codes of this route beyond the ones every route can answer. */
  readonly problems: readonly ErrorCode[];
  readonly bodyExample?: NoInfer<Body>;
  readonly answerExample: NoInfer<Answer>;
}

/** Lets TypeScript read the four types off the schemas, so that no contract spells them twice. */
export function apiRoute<Body, Path, Query, Answer>(
  route: ApiRoute<Body, Path, Query, Answer>,
): ApiRoute<Body, Path, Query, Answer> {
  return route;
}
