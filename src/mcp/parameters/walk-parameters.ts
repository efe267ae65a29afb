import type { Parameter } from "../model.ts";

/** A parameter and those that it is nested in, the innermost first. */
export interface NestedParameter {
  readonly parameter: Parameter;
  readonly around: readonly Parameter[];
}

/** Parameters with all that are nested in them, outer ones first. */
export function* everyParameter(
  parameters: readonly Parameter[],
  around: readonly Parameter[] = [],
): Generator<NestedParameter> {
  for (const parameter of parameters) {
    yield { parameter, around };
    yield* everyParameter(parameter.children, [parameter, ...around]);
  }
}

/** `filters.name`, `items[].id`, `labels.*` */
export function pathOf({ path }: Parameter): string {
  return path.join(".").replaceAll(".[]", "[]");
}
