import type { Parameter } from "../model.ts";

/** Parameters with all that are nested in them, outer ones first. */
export function* everyParameter(
  parameters: readonly Parameter[],
): Generator<Parameter> {
  for (const parameter of parameters) {
    yield parameter;
    yield* everyParameter(parameter.children);
  }
}

/** `filters.name`, `items[].id`, `labels.*` */
export function pathOf({ path }: Parameter): string {
  return path.join(".").replaceAll(".[]", "[]");
}
