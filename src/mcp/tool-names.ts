import {
  elementsOf,
  entriesOf,
  findMember,
  resolve,
} from "../source/resolve.ts";
import { readText } from "../source/static-text.ts";
import type {
  ArrayValue,
  ImportLookup,
  Located,
  ObjectValue,
} from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";
import { isRecordConstructor, mappedList } from "./dialects/tool-list.ts";
import type { Place } from "./model.ts";
import { calleeName, hasMember, isObject, placeOf } from "./reading.ts";

/** A tool's name, where its declaration spells it. */
export interface DeclaredToolName {
  readonly text: string;
  readonly file: string;
  /** The key of a record's entry, or the value of `name`. */
  readonly range: Range;
  /** One-based. */
  readonly line: number;
}

/** The names of the tools that are declared together. */
export interface ToolNames {
  readonly names: readonly DeclaredToolName[];
  /** Whether there may be tools whose names could not be read. */
  readonly open: boolean;
  /**
   * The list or record that declares them. Two expressions that lead to one
   * place (`X`, `Object.values(X).map(…)`) speak of the same tools.
   */
  readonly place: Place;
}

/** `const A = A.map(…)` must end somewhere. */
const longestWay = 20;

/**
 * Reads the names of the tools that an expression stands for: a list, a record,
 * what `Object.values(record).map(…)` makes of one, a server object.
 *
 * @returns `undefined` when it can't be followed to tools
 */
export function readToolNames(
  located: Located,
  lookup: ImportLookup,
  left: number = longestWay,
): ToolNames | undefined {
  const { module, value } = resolve(located, lookup);
  if (left === 0) {
    return undefined;
  }
  switch (value.kind) {
    case "array":
      return namesOfList({ value, module }, lookup);
    case "object": {
      const object = { value, module };
      const tools = findMember(object, "tools", lookup);
      return hasMember(object, "serverInfo", lookup)
        ? tools.kind === "known"
          ? readToolNames(tools.located, lookup, left - 1)
          : undefined
        : namesOfRecord(object, lookup);
    }
    case "call": {
      const callee = calleeName({ value: value.callee, module });
      const [argument] = value.args;
      if (callee !== undefined && isRecordConstructor(callee)) {
        const record = argument?.spread === false ? argument.value : undefined;
        const object = record && resolve({ value: record, module }, lookup);
        return object && isObject(object)
          ? namesOfKeys(object, lookup)
          : undefined;
      }
      const source = mappedList(value);
      return (
        source && readToolNames({ value: source, module }, lookup, left - 1)
      );
    }
    default:
      return undefined;
  }
}

function namesOfList(
  list: Located<ArrayValue>,
  lookup: ImportLookup,
): ToolNames {
  const { elements, open } = elementsOf(list, lookup);
  const names = elements.map((element) => {
    const name = isObject(element)
      ? findMember(element, "name", lookup)
      : undefined;
    return name?.kind === "known"
      ? declaredName(name.located, lookup)
      : undefined;
  });
  return {
    names: names.filter((name) => name !== undefined),
    open: open || names.includes(undefined),
    place: placeOf(list),
  };
}

/** A bare record counts when each of its entries is a tool. */
function namesOfRecord(
  record: Located<ObjectValue>,
  lookup: ImportLookup,
): ToolNames | undefined {
  const { entries } = entriesOf(record, lookup);
  const areTools = entries.every(({ located }) => {
    const entry = resolve(located, lookup);
    return isObject(entry) && hasMember(entry, "description", lookup);
  });
  return areTools && entries.length > 0
    ? namesOfKeys(record, lookup)
    : undefined;
}

function namesOfKeys(
  record: Located<ObjectValue>,
  lookup: ImportLookup,
): ToolNames {
  const { entries, open } = entriesOf(record, lookup);
  const names = entries.map(({ keyValue }) => declaredName(keyValue, lookup));
  return {
    names: names.filter((name) => name !== undefined),
    open: open || names.includes(undefined),
    place: placeOf(record),
  };
}

function declaredName(
  located: Located,
  lookup: ImportLookup,
): DeclaredToolName | undefined {
  const text = readText(located, lookup);
  const { module, value } = located;
  return text?.complete === true
    ? {
        text: text.text,
        file: module.path,
        range: value.range,
        line: module.lineAt(value.range[0]),
      }
    : undefined;
}

/**
 * Whether two lists surely or possibly hold the same tools: they are one, they
 * name the same, or nobody can tell.
 */
export function areAlike(a: ToolNames, b: ToolNames): boolean {
  const namesOf = ({ names }: ToolNames): string =>
    names
      .map(({ text }) => text)
      .sort()
      .join("\n");
  return (
    (a.place.file === b.place.file && a.place.range[0] === b.place.range[0]) ||
    a.open ||
    b.open ||
    namesOf(a) === namesOf(b)
  );
}
