import type {
  ImportLookup,
  Located,
  ModuleValues,
  ObjectValue,
  StaticValue,
} from "./static-value.ts";
import type { Range } from "./syntax-tree.ts";

/** Longest chain of names, members and re-exports that is followed. */
export const longestChain = 40;

/**
 * One question to the values of some modules.
 *
 * The length of a chain does not bound the work: where each of forty constants
 * spreads the one before twice, there are 2^40 ways down. So steps are counted
 * over the whole question, and what is left when they are used up is unknown.
 */
export interface Search {
  readonly lookup: ImportLookup;
  stepsLeft: number;
  /**
   * Modules, and names that they surely don't pass on by an `export *`. Made
   * when needed: most questions meet no such export.
   */
  notPassedOn: Set<string> | undefined;
}

export function beginSearch(lookup: ImportLookup): Search {
  return { lookup, stepsLeft: 200_000, notPassedOn: undefined };
}

/** Counts a step, and answers whether it may be taken. */
export function takeStep(search: Search, left: number): boolean {
  return left > 0 && search.stepsLeft-- > 0;
}

/** Whether a value may stand for another one. */
export function leadsOn(value: StaticValue): boolean {
  switch (value.kind) {
    case "reference":
    case "import":
    case "member":
      return true;
    case "call":
      return isFreeze(value.callee);
    default:
      return false;
  }
}

/** Follows names, imports and members; see `resolve`. */
export function follow(
  located: Located,
  search: Search,
  left: number,
): Located {
  const { module, value } = located;
  if (!takeStep(search, left)) {
    return located;
  }
  const target = nextOf(module, value, search, left);
  return target ? follow(target, search, left - 1) : located;
}

function nextOf(
  module: ModuleValues,
  value: StaticValue,
  search: Search,
  left: number,
): Located | undefined {
  switch (value.kind) {
    case "reference": {
      const target = module.binding(value.name);
      return target && { value: target, module };
    }
    case "import":
      return value.imported === "*"
        ? undefined
        : imported(module, value.specifier, value.imported, search, left);
    case "member": {
      const name =
        value.name ??
        (value.property && keyText(value.property, module, search, left));
      return name === undefined
        ? undefined
        : memberOf({ value: value.object, module }, name, search, left);
    }
    case "call": {
      const argument = isFreeze(value.callee) ? value.args[0] : undefined;
      return argument?.spread === false
        ? { value: argument.value, module }
        : undefined;
    }
    default:
      return undefined;
  }
}

function isFreeze(callee: StaticValue): boolean {
  return (
    callee.kind === "member" &&
    callee.name === "freeze" &&
    callee.object.kind === "unknown" &&
    callee.object.name === "Object"
  );
}

function memberOf(
  owner: Located,
  name: string,
  search: Search,
  left: number,
): Located | undefined {
  const { module, value } = follow(owner, search, left - 1);
  if (value.kind === "import" && value.imported === "*") {
    return imported(module, value.specifier, name, search, left - 1);
  }
  // Compiled code reads its own exports: `exports.Schema.shape`.
  if (value.kind === "unknown" && value.name === "exports") {
    return exportedBy(module, name, search, left - 1);
  }
  if (value.kind !== "object") {
    return undefined;
  }
  const member = findIn({ value, module }, name, search, left - 1);
  return member.kind === "known" ? member.located : undefined;
}

function imported(
  from: ModuleValues,
  specifier: string,
  name: string,
  search: Search,
  left: number,
): Located | undefined {
  const module = takeStep(search, left)
    ? search.lookup(from.path, specifier)
    : undefined;
  return module && exportedBy(module, name, search, left);
}

/** What a module exports by a name, followed through those that pass it on. */
export function exportedBy(
  module: ModuleValues,
  name: string,
  search: Search,
  left: number,
): Located | undefined {
  const source = module.exported(name);
  switch (source?.kind) {
    case "value":
      return { value: source.value, module };
    case "local": {
      const value = module.binding(source.name);
      return value && { value, module };
    }
    case "import":
      return source.imported === "*"
        ? {
            module,
            value: {
              kind: "import",
              specifier: source.specifier,
              imported: "*",
              local: name,
              range: [0, 0],
            },
          }
        : imported(module, source.specifier, source.imported, search, left - 1);
    default:
      break;
  }
  return passedOn(module, name, search, left);
}

/** Looks behind the `export * from` of a module. */
function passedOn(
  module: ModuleValues,
  name: string,
  search: Search,
  left: number,
): Located | undefined {
  // Barrels may export each other: each is asked once.
  const question = `${module.path}\n${name}`;
  const notPassedOn = (search.notPassedOn ??= new Set());
  if (name === "default" || notPassedOn.has(question)) {
    return undefined;
  }
  notPassedOn.add(question);
  for (const star of module.starExports) {
    const found = imported(module, star, name, search, left - 1);
    if (found) {
      notPassedOn.delete(question);
      return found;
    }
  }
  return undefined;
}

/** A member of an object: there, surely not there, or hidden by a spread. */
export type Member =
  | {
      readonly kind: "known";
      readonly located: Located;
      /** The whole property, in `located.module`. */
      readonly range: Range;
      /** The key, in `located.module`. */
      readonly keyRange: Range;
    }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown" };

/** Looks a member up; see `findMember`. */
export function findIn(
  { module, value }: Located<ObjectValue>,
  name: string,
  search: Search,
  left: number,
): Member {
  if (!takeStep(search, left)) {
    return { kind: "unknown" };
  }
  for (let i = value.members.length - 1; i >= 0; i--) {
    const member = value.members[i];
    if (member?.kind === "spread") {
      const inner = follow({ value: member.value, module }, search, left - 1);
      const found: Member = isObject(inner)
        ? findIn(inner, name, search, left - 1)
        : { kind: "unknown" };
      if (found.kind !== "absent") {
        return found;
      }
    } else if (member) {
      const key = keyText(member.key, module, search, left);
      if (key === undefined) {
        return { kind: "unknown" };
      }
      if (key === name) {
        return {
          kind: "known",
          located: { value: member.value, module },
          range: member.range,
          keyRange: member.key.range,
        };
      }
    }
  }
  return { kind: "absent" };
}

export function isObject(located: Located): located is Located<ObjectValue> {
  return located.value.kind === "object";
}

/** What a key says, names followed; `undefined` when a part is unknown. */
export function keyText(
  key: StaticValue,
  keyModule: ModuleValues,
  search: Search,
  left: number,
): string | undefined {
  // Nearly all keys are written out, and each look into an object reads them.
  const only =
    key.kind === "text" && key.parts.length === 1 ? key.parts[0] : undefined;
  if (only?.kind === "literal") {
    return only.text;
  }
  const { module, value } = follow(
    { value: key, module: keyModule },
    search,
    left - 1,
  );
  if (value.kind === "number") {
    return String(value.value);
  }
  if (value.kind !== "text" || !takeStep(search, left - 1)) {
    return undefined;
  }
  let text = "";
  for (const part of value.parts) {
    const piece =
      part.kind === "literal"
        ? part.text
        : keyText(part.value, module, search, left - 1);
    if (piece === undefined) {
      return undefined;
    }
    text += piece;
  }
  return text;
}
