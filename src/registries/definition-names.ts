import { isIdentifier } from "../source/property-key.ts";
import { readExports } from "../source/module-exports.ts";
import { findMember, resolve, noLookup } from "../source/resolve.ts";
import { readText } from "../source/static-text.ts";
import type {
  ImportLookup,
  ModuleValues,
  StaticValue,
} from "../source/static-value.ts";
import type { Range, SourceFile } from "../source/syntax-tree.ts";
import type { ServerDefinition } from "./server-definitions.ts";

/** What a definition is called, as far as its own file tells. */
export type DefinedName =
  | {
      readonly kind: "known";
      readonly text: string;
      /** The exported constant that holds it, in the same file. */
      readonly constant: string | undefined;
    }
  /** Another module holds it. */
  | { readonly kind: "elsewhere"; readonly value: StaticValue }
  | { readonly kind: "unknown" };

/** A file that is looked through for definitions. */
export interface Scan {
  readonly file: SourceFile;
  readonly values: ModuleValues;
  /** The names others see, by the names they have here. */
  names: ReadonlyMap<string, string> | undefined;
}

type Named = Pick<ServerDefinition, "line" | "name" | "place">;

/** The name that an object like `serverInfo` holds. */
export function nameOf(info: StaticValue, place: Range, scan: Scan): Named {
  if (info.kind !== "object") {
    const isElsewhere = info.kind === "import" || info.kind === "member";
    return {
      name: isElsewhere
        ? { kind: "elsewhere", value: nameMember(info) }
        : { kind: "unknown" },
      place,
      line: scan.values.lineAt(place[0]),
    };
  }
  const member = findMember(
    { value: info, module: scan.values },
    "name",
    noLookup,
  );
  return member.kind === "known"
    ? describeName(member.located.value, member.located.value.range, scan)
    : {
        name: { kind: "unknown" },
        place,
        line: scan.values.lineAt(place[0]),
      };
}

function nameMember(object: StaticValue): StaticValue {
  const { range } = object;
  return { kind: "member", object, name: "name", property: undefined, range };
}

export function describeName(
  value: StaticValue,
  place: Range,
  scan: Scan,
): Named {
  const { values } = scan;
  const line = values.lineAt(place[0]);
  const text = readText({ value, module: values }, noLookup);
  if (text?.complete === true) {
    const constant =
      value.kind === "reference"
        ? exportedNames(scan).get(value.name)
        : undefined;
    // Who imports a default export has to name it; a text needs no name.
    return {
      name: {
        kind: "known",
        text: text.text,
        constant: constant === "default" ? undefined : constant,
      },
      place,
      line,
    };
  }
  const followed = resolve({ value, module: values }, noLookup).value;
  return {
    name:
      followed.kind === "import" || followed.kind === "member"
        ? { kind: "elsewhere", value: followed }
        : { kind: "unknown" },
    place,
    line,
  };
}

/**
 * The names under which a file's own names can be imported, by the names they
 * have in it. `default` only where there is no other.
 */
export function exportedNames(scan: Scan): ReadonlyMap<string, string> {
  return (scan.names ??= namesForOthers(scan.file));
}

function namesForOthers(file: SourceFile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [exported, source] of readExports(file).names) {
    if (
      source.kind === "local" &&
      // `export { a as "b c" }` gives a name that nothing here writes.
      isIdentifier(exported) &&
      (exported !== "default" || !names.has(source.name))
    ) {
      names.set(source.name, exported);
    }
  }
  return names;
}

/** A module of which nothing is known but its path: what imports start from. */
function moduleAt(path: string): ModuleValues {
  return {
    path,
    binding: () => undefined,
    exported: () => undefined,
    lineAt: () => 1,
    starExports: [],
  };
}

/** A definition's name, other modules asked. */
export function definedName(
  { file, name }: ServerDefinition,
  lookup: ImportLookup,
): string | undefined {
  switch (name.kind) {
    case "known":
      return name.text;
    case "elsewhere": {
      const located = { value: name.value, module: moduleAt(file) };
      const text = readText(located, lookup);
      return text?.complete === true ? text.text : undefined;
    }
    case "unknown":
      return undefined;
  }
}
