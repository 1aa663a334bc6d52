import type { FunctionRow, RouteTrigger } from '../../wiring.ts';

export interface RouteMatch {
  readonly functionName: string;
  readonly route: RouteTrigger;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface Entry {
  readonly functionName: string;
  readonly route: RouteTrigger;
  readonly segments: readonly string[];
}

/** The routes of the wiring table. */
export class RouteTable {
  readonly #entries: readonly Entry[];

  constructor(functions: Readonly<Record<string, FunctionRow>>) {
    this.#entries = Object.entries(functions).flatMap(([functionName, row]) =>
      row.triggers
        .filter((trigger) => trigger.kind === 'route')
        .map((route) => ({ functionName, route, segments: route.path.split('/') })),
    );
  }

  /** Fixed segments before parameters, as API Gateway chooses; null where there is no such route. */
  match(method: string, path: string): RouteMatch | null {
    const found = this.#entries
      .filter(({ route, segments }) => route.method === method && parametersOf(segments, path) !== null)
      .sort((one, other) => placeholders(one.segments) - placeholders(other.segments))[0];
    if (!found) return null;
    const { functionName, route } = found;
    return { functionName, route, pathParameters: parametersOf(found.segments, path) ?? {} };
  }

  /** Whether some method has a route of this path. */
  knows(path: string): boolean {
    return this.#entries.some(({ segments }) => parametersOf(segments, path) !== null);
  }
}

function parametersOf(segments: readonly string[], path: string): Record<string, string> | null {
  const given = path.split('/');
  if (given.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const value = given[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(segment)?.[1];
    if (name === undefined ? value !== segment : value === '') return null;
    if (name !== undefined) parameters[name] = decoded(value);
  }
  return parameters;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function placeholders(segments: readonly string[]): number {
  return segments.filter((segment) => segment.startsWith('{')).length;
}
