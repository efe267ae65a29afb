import { resolve } from "../../source/resolve.ts";
import type {
  CallValue,
  ImportLookup,
  Located,
  ModuleValues,
  StaticValue,
} from "../../source/static-value.ts";

/** Knows the calls that construct a schema by the names that stand for Zod. */
export class ZodConstructors {
  readonly #lookup: ImportLookup;
  /** By module, whether a name of its top level stands for Zod. */
  readonly #names = new Map<ModuleValues, Map<string, boolean>>();

  constructor(lookup: ImportLookup) {
    this.#lookup = lookup;
  }

  /** The name of a `z.…()` constructor; `undefined` for any other call. */
  nameOf({ module, value }: Located<CallValue>): string | undefined {
    const { callee } = value;
    if (callee.kind !== "member" || callee.name === undefined) {
      return undefined;
    }
    const { object } = callee;
    // Most calls are links of a chain: `z.string().optional()`.
    if (object.kind === "call") {
      return undefined;
    }
    if (this.#isZod({ value: object, module })) {
      return callee.name;
    }
    // z.coerce.number(), z.iso.date()
    return object.kind === "member" &&
      (object.name === "coerce" || object.name === "iso") &&
      this.#isZod({ value: object.object, module })
      ? callee.name
      : undefined;
  }

  /**
   * The name of Zod Mini at the beginning of a call or a chain of calls;
   * `undefined` for what another library, or a named schema, begins.
   */
  miniName({ module, value: call }: Located<CallValue>): string | undefined {
    let value: StaticValue = call;
    while (value.kind === "member" || value.kind === "call") {
      value = value.kind === "call" ? value.callee : value.object;
    }
    const origin = resolve({ value, module }, this.#lookup).value;
    return origin.kind === "import" && miniPackage.test(origin.specifier)
      ? localName(value)
      : undefined;
  }

  #isZod({ module, value }: Located): boolean {
    switch (value.kind) {
      case "import":
        return isZodPackage(value.specifier) || isZodName(value.local);
      case "reference":
        return this.#isNameOfZod(value.name, { value, module });
      // A compiler writes `zod_1.z.string()`.
      case "member":
        return (
          (value.name === "z" ||
            value.name === "default" ||
            value.name === "zod") &&
          this.#isZod({ value: value.object, module })
        );
      case "unknown":
        return value.name !== undefined && isZodName(value.name);
      default:
        return false;
    }
  }

  #isNameOfZod(name: string, reference: Located): boolean {
    let names = this.#names.get(reference.module);
    if (!names) {
      names = new Map();
      this.#names.set(reference.module, names);
    }
    let isZod = names.get(name);
    if (isZod === undefined) {
      names.set(name, false); // for `const z = z.default`
      const target = resolve(reference, this.#lookup);
      isZod =
        target.value === reference.value
          ? isZodName(name)
          : target.value.kind !== "reference" && this.#isZod(target);
      names.set(name, isZod);
    }
    return isZod;
  }
}

function localName(value: StaticValue): string | undefined {
  switch (value.kind) {
    case "import":
      return value.local;
    case "reference":
      return value.name;
    default:
      return undefined;
  }
}

const miniPackage = /^zod\/(?:v4[/-])?mini$/;
const zodPackage = /^zod(?:[/-]|$)/;

function isZodPackage(specifier: string): boolean {
  return specifier === "zod" || zodPackage.test(specifier);
}

function isZodName(name: string): boolean {
  return name === "z" || name === "zod";
}
