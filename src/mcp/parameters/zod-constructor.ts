import { resolve } from "../../source/resolve.ts";
import type {
  CallValue,
  ImportLookup,
  Located,
} from "../../source/static-value.ts";

/** The name of a `z.…()` constructor; `undefined` for any other call. */
export function zodConstructor(
  { module, value }: Located<CallValue>,
  lookup: ImportLookup,
): string | undefined {
  const { callee } = value;
  if (callee.kind !== "member" || callee.name === undefined) {
    return undefined;
  }
  if (isZod({ value: callee.object, module }, lookup)) {
    return callee.name;
  }
  // z.coerce.number(), z.iso.date()
  return callee.object.kind === "member" &&
    ["coerce", "iso"].includes(callee.object.name ?? "") &&
    isZod({ value: callee.object.object, module }, lookup)
    ? callee.name
    : undefined;
}

function isZod({ module, value }: Located, lookup: ImportLookup): boolean {
  switch (value.kind) {
    case "import":
      return /^zod(?:[/-]|$)/.test(value.specifier) || isZodName(value.local);
    case "reference": {
      const target = resolve({ value, module }, lookup);
      return target.value === value
        ? isZodName(value.name)
        : target.value.kind !== "reference" && isZod(target, lookup);
    }
    // A compiler writes `zod_1.z.string()`.
    case "member":
      return (
        ["z", "default", "zod"].includes(value.name ?? "") &&
        isZod({ value: value.object, module }, lookup)
      );
    case "unknown":
      return value.name !== undefined && isZodName(value.name);
    default:
      return false;
  }
}

function isZodName(name: string): boolean {
  return name === "z" || name === "zod";
}
