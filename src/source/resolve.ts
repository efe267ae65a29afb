import type {
  ArrayValue,
  ImportLookup,
  Located,
  ModuleValues,
  ObjectValue,
  StaticValue,
} from "./static-value.ts";
import type { Range } from "./syntax-tree.ts";

/** Longest chain of names, members and re-exports that is followed. */
const longestChain = 40;

/**
 * Follows names, imports and member accesses to the value they stand for.
 *
 * @returns the value with the module it stands in; what can't be followed comes
 *   back as it is (a `reference`, `import`, `member` or `unknown` value)
 */
export function resolve(located: Located, lookup: ImportLookup): Located {
  return follow(located, lookup, longestChain);
}

function follow(located: Located, lookup: ImportLookup, left: number): Located {
  const { module, value } = located;
  if (left <= 0) {
    return located;
  }
  switch (value.kind) {
    case "reference": {
      const target = module.binding(value.name);
      return target
        ? follow({ value: target, module }, lookup, left - 1)
        : located;
    }
    case "import": {
      const target =
        value.imported === "*"
          ? undefined
          : imported(module, value.specifier, value.imported, lookup, left);
      return target ? follow(target, lookup, left - 1) : located;
    }
    case "member": {
      const target = memberOf(located, lookup, left);
      return target ? follow(target, lookup, left - 1) : located;
    }
    case "call":
      return isFreeze(value.callee) && value.args[0]?.spread === false
        ? follow({ value: value.args[0].value, module }, lookup, left - 1)
        : located;
    default:
      return located;
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
  { module, value }: Located,
  lookup: ImportLookup,
  left: number,
): Located | undefined {
  if (value.kind !== "member") {
    return undefined;
  }
  const name = value.name ?? computedName(value.property, module, lookup, left);
  if (name === undefined) {
    return undefined;
  }
  const object = follow({ value: value.object, module }, lookup, left - 1);
  if (object.value.kind === "import" && object.value.imported === "*") {
    return imported(
      object.module,
      object.value.specifier,
      name,
      lookup,
      left - 1,
    );
  }
  if (object.value.kind !== "object") {
    return undefined;
  }
  const member = findMember(
    { value: object.value, module: object.module },
    name,
    lookup,
    left - 1,
  );
  return member.kind === "known" ? member.located : undefined;
}

function computedName(
  property: StaticValue | undefined,
  module: ModuleValues,
  lookup: ImportLookup,
  left: number,
): string | undefined {
  return (
    property &&
    plainText(
      follow({ value: property, module }, lookup, left - 1),
      lookup,
      left - 1,
    )
  );
}

/** A followed value as text, when every part of it is known. */
function plainText(
  { module, value }: Located,
  lookup: ImportLookup,
  left: number,
): string | undefined {
  if (value.kind === "number") {
    return String(value.value);
  }
  if (value.kind !== "text" || left <= 0) {
    return undefined;
  }
  let text = "";
  for (const part of value.parts) {
    const piece =
      part.kind === "literal"
        ? part.text
        : plainText(
            follow({ value: part.value, module }, lookup, left - 1),
            lookup,
            left - 1,
          );
    if (piece === undefined) {
      return undefined;
    }
    text += piece;
  }
  return text;
}

function imported(
  from: ModuleValues,
  specifier: string,
  name: string,
  lookup: ImportLookup,
  left: number,
): Located | undefined {
  const module = left > 0 ? lookup(from.path, specifier) : undefined;
  if (!module) {
    return undefined;
  }
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
        : imported(module, source.specifier, source.imported, lookup, left - 1);
    default:
      break;
  }
  for (const star of module.starExports) {
    const found = imported(module, star, name, lookup, left - 1);
    if (found) {
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

/**
 * Looks a member up, spreads included. Later members win, as at run time.
 *
 * @returns `located` as written; it is not followed
 */
export function findMember(
  { module, value }: Located<ObjectValue>,
  name: string,
  lookup: ImportLookup,
  left = longestChain,
): Member {
  if (left <= 0) {
    return { kind: "unknown" };
  }
  for (let i = value.members.length - 1; i >= 0; i--) {
    const member = value.members[i];
    if (member?.kind === "spread") {
      const inner = follow({ value: member.value, module }, lookup, left - 1);
      if (inner.value.kind !== "object") {
        return { kind: "unknown" };
      }
      const found = findMember(
        { value: inner.value, module: inner.module },
        name,
        lookup,
        left - 1,
      );
      if (found.kind !== "absent") {
        return found;
      }
    } else if (member) {
      const key = keyText({ value: member.key, module }, lookup, left);
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

function keyText(
  key: Located,
  lookup: ImportLookup,
  left: number,
): string | undefined {
  return plainText(follow(key, lookup, left - 1), lookup, left - 1);
}

/** A key of an object with its value, both where they stand. */
export interface Entry {
  /** `undefined` for a computed key that can't be read. */
  readonly key: string | undefined;
  /** The key as written; where it is a name, not followed. */
  readonly keyValue: Located;
  readonly located: Located;
  readonly range: Range;
}

/** All members of an object, spreads unfolded, in source order. */
export interface Entries {
  readonly entries: readonly Entry[];
  /** Whether it may hold more than was found. */
  readonly open: boolean;
}

export function entriesOf(
  { module, value }: Located<ObjectValue>,
  lookup: ImportLookup,
  left = longestChain,
): Entries {
  const entries: Entry[] = [];
  let open = left <= 0;
  if (open) {
    return { entries, open };
  }
  for (const member of value.members) {
    if (member.kind === "property") {
      const keyValue = { value: member.key, module };
      const key = keyText(keyValue, lookup, left);
      open ||= key === undefined;
      entries.push({
        key,
        keyValue,
        located: { value: member.value, module },
        range: member.range,
      });
      continue;
    }
    const inner = follow({ value: member.value, module }, lookup, left - 1);
    if (inner.value.kind === "object") {
      const more = entriesOf(
        { value: inner.value, module: inner.module },
        lookup,
        left - 1,
      );
      entries.push(...more.entries);
      open ||= more.open;
    } else {
      open = true;
    }
  }
  return { entries, open };
}

/** The elements of an array, spreads unfolded, each followed to its value. */
export interface Elements {
  readonly elements: readonly Located[];
  readonly open: boolean;
}

export function elementsOf(
  { module, value }: Located<ArrayValue>,
  lookup: ImportLookup,
  left = longestChain,
): Elements {
  const elements: Located[] = [];
  let open = left <= 0;
  if (open) {
    return { elements, open };
  }
  for (const element of value.elements) {
    const located = follow({ value: element.value, module }, lookup, left - 1);
    if (!element.spread) {
      elements.push(located);
    } else if (located.value.kind === "array") {
      const more = elementsOf(
        { value: located.value, module: located.module },
        lookup,
        left - 1,
      );
      elements.push(...more.elements);
      open ||= more.open;
    } else {
      open = true;
    }
  }
  return { elements, open };
}
