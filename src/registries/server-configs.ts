import { isObject } from "../mcp/reading.ts";
import { readText } from "../source/static-text.ts";
import {
  elementsOf,
  entriesOf,
  findMember,
  findNamed,
  resolve,
  type Entries,
} from "../source/resolve.ts";
import type {
  ArrayElement,
  ImportLookup,
  Located,
  ModuleValues,
  ObjectValue,
  StaticValue,
} from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";

/** An entry of `INTERNAL_MCP_SERVERS`. */
export interface ServerConfig {
  /** `undefined` for a computed key that can't be read. */
  readonly name: string | undefined;
  /** In the constants file; `undefined` for an entry spread from another. */
  readonly key: Range | undefined;
  /** The whole entry, where it is written in the constants file. */
  readonly range: Range | undefined;
  /** The one-based line of the key, in the file where it stands. */
  readonly line: number;
  readonly id: ConfigId | undefined;
  /** What stands in the place of an id and surely is none. */
  readonly textId: TextId | undefined;
  /** `undefined` where it is missing or can't be read. */
  readonly availability: ConfigText | undefined;
  /** The config as written. */
  readonly located: Located;
}

/** A number in the file, or one that a constant elsewhere holds. */
export interface ConfigId extends WrittenId {
  readonly value: number;
}

/** A text where a number should be. */
export interface TextId extends WrittenId {
  readonly text: string;
  /** The whole number that it holds. */
  readonly number: number | undefined;
}

interface WrittenId {
  /** Where it is written as a literal in this file. */
  readonly literal: Range | undefined;
  /** The expression that stands for it, where that is in this file. */
  readonly range: Range | undefined;
  /** The file in which that expression stands. */
  readonly file: string;
  /** Its one-based line there. */
  readonly line: number;
}

/** A text in a config. */
export interface ConfigText {
  readonly value: string;
  /** The expression in the constants file that stands for it. */
  readonly range: Range | undefined;
}

/** What a constants file says of servers and their ids. */
export interface ServerConfigs {
  readonly configs: readonly ServerConfig[];
  /** Whether there may be configs that could not be read. */
  readonly open: boolean;
  readonly legacyIds: readonly ConfigId[];
  /** Whether there may be retired ids that could not be read. */
  readonly legacyOpen: boolean;
  /** The list of retired ids, where this file spells all of it out. */
  readonly legacyList: WrittenList | undefined;
  /** Whether there may be ids, of configs or retired, that could not be read. */
  readonly idsOpen: boolean;
  /** The file in which the object stands. */
  readonly file: string;
  /** The object literal, where the constants file holds it. */
  readonly range: Range | undefined;
  /** Whether all ids are read, even if a key is not. */
  readonly knowsIds: boolean;
  /** Answers about one server that leave other files unread. */
  readonly atHand?: ConfigsAtHand;
}

export interface ConfigsAtHand {
  /** Whether there surely is a config of a name. */
  readonly has: (name: string) => boolean;
  /** The config of a name, where its key, id and availability are spelt out. */
  readonly named: (name: string) => ServerConfig | undefined;
  /** Whether surely one config has an id, and no server that is gone. */
  readonly isSoleId: (id: number) => boolean;
}

/** A list literal and its elements, all in this file. */
export interface WrittenList {
  readonly range: Range;
  readonly elements: readonly Range[];
}

/**
 * Reads `INTERNAL_MCP_SERVERS` and `LEGACY_INTERNAL_MCP_SERVER_IDS`.
 *
 * @returns `undefined` when the module declares no configs
 */
export function readServerConfigs(
  module: ModuleValues,
  lookup: ImportLookup,
): ServerConfigs | undefined {
  const found = serverConfigEntries(module, lookup);
  if (!found) {
    return undefined;
  }
  const legacy = readLegacyIds(module, lookup);
  const { entries, object, open } = found;
  const ids = entries.map(({ located }) => idOf(located, module, lookup));
  return {
    open,
    idsOpen: open || legacy.open || ids.includes("unknown"),
    knowsIds:
      !legacy.open &&
      !ids.includes("unknown") &&
      (!open || object.value.members.every(({ kind }) => kind !== "spread")),
    legacyIds: legacy.ids,
    legacyOpen: legacy.open,
    legacyList: legacy.list,
    file: object.module.path,
    range: object.module === module ? object.value.range : undefined,
    configs: entries.map(({ key, keyValue, located, range }, index) => ({
      name: key,
      key: keyValue.module === module ? keyValue.value.range : undefined,
      range: keyValue.module === module ? range : undefined,
      line: keyValue.module.lineAt(keyValue.value.range[0]),
      ...knownId(ids[index]),
      availability: availabilityOf(located, module, lookup),
      located,
    })),
  };
}

/** The object of configs and its entries. */
interface WrittenConfigs extends Entries {
  readonly object: Located<ObjectValue>;
}

/**
 * The entries of `INTERNAL_MCP_SERVERS` as they are written.
 *
 * @returns `undefined` when the module declares no configs
 */
export function serverConfigEntries(
  module: ModuleValues,
  lookup: ImportLookup,
): WrittenConfigs | undefined {
  const found = findNamed(module, serverConfigsObject, lookup);
  const object = found && objectIn(found, lookup);
  return object && isObject(object)
    ? { ...entriesOf(object, lookup), object }
    : undefined;
}

/** The constant that holds the configs. */
export const serverConfigsObject = "INTERNAL_MCP_SERVERS";

/**
 * The object itself, or the one that a checking function is called with. A call
 * that is given more objects may merge them, and comes back as it is.
 */
function objectIn(located: Located, lookup: ImportLookup): Located {
  const followed = resolve(located, lookup);
  const { module, value } = followed;
  const [first, ...others] = givenTo(value);
  return first &&
    !first.spread &&
    others.every((other) => isNoObject(other, module, lookup))
    ? resolve({ value: first.value, module }, lookup)
    : followed;
}

/** The arguments of a call, and of those that make what is called. */
function givenTo(value: StaticValue): readonly ArrayElement[] {
  switch (value.kind) {
    case "call":
      return [...value.args, ...givenTo(value.callee)];
    case "member":
      return givenTo(value.object);
    default:
      return [];
  }
}

function isNoObject(
  { spread, value }: ArrayElement,
  module: ModuleValues,
  lookup: ImportLookup,
): boolean {
  switch (resolve({ value, module }, lookup).value.kind) {
    case "boolean":
    case "function":
    case "nothing":
    case "number":
    case "text":
      return !spread;
    default:
      return false;
  }
}

/** An id that can't be read is there all the same. */
type ReadId = ConfigId | TextId | "absent" | "unknown";

function knownId(
  read: ReadId | undefined,
): Pick<ServerConfig, "id" | "textId"> {
  const written = typeof read === "object" ? read : undefined;
  return written && "text" in written
    ? { id: undefined, textId: written }
    : { id: written, textId: undefined };
}

function idOf(
  config: Located,
  module: ModuleValues,
  lookup: ImportLookup,
): ReadId {
  const object = resolve(config, lookup);
  if (!isObject(object)) {
    return "unknown";
  }
  const id = findMember(object, "id", lookup);
  return id.kind === "known"
    ? (numberOf(id.located, module, lookup) ??
        textOf(id.located, module, lookup) ??
        "unknown")
    : id.kind;
}

function numberOf(
  located: Located,
  module: ModuleValues,
  lookup: ImportLookup,
): ConfigId | undefined {
  const { value } = resolve(located, lookup);
  return value.kind === "number"
    ? { value: value.value, ...writtenId(located, module, "number") }
    : undefined;
}

function textOf(
  located: Located,
  module: ModuleValues,
  lookup: ImportLookup,
): TextId | undefined {
  const read = readText(located, lookup);
  if (read?.complete !== true) {
    return undefined;
  }
  const { text } = read;
  return {
    text,
    number: /^[1-9]\d*$/.test(text) ? Number(text) : undefined,
    ...writtenId(located, module, "text"),
  };
}

function writtenId(
  { module: home, value }: Located,
  module: ModuleValues,
  literal: "number" | "text",
): WrittenId {
  const range = home === module ? value.range : undefined;
  return {
    literal: value.kind === literal ? range : undefined,
    range,
    file: home.path,
    line: home.lineAt(value.range[0]),
  };
}

function availabilityOf(
  config: Located,
  module: ModuleValues,
  lookup: ImportLookup,
): ConfigText | undefined {
  const object = resolve(config, lookup);
  const member = isObject(object)
    ? findMember(object, "availability", lookup)
    : undefined;
  const text =
    member?.kind === "known" ? readText(member.located, lookup) : undefined;
  return member?.kind === "known" && text?.complete === true
    ? {
        value: text.text,
        range:
          member.located.module === module
            ? member.located.value.range
            : undefined,
      }
    : undefined;
}

/** The constant that holds the ids of servers that are gone. */
export const legacyIdsList = "LEGACY_INTERNAL_MCP_SERVER_IDS";

interface LegacyIds {
  readonly ids: readonly ConfigId[];
  readonly open: boolean;
  readonly list: WrittenList | undefined;
}

function readLegacyIds(module: ModuleValues, lookup: ImportLookup): LegacyIds {
  const found = findNamed(module, legacyIdsList, lookup);
  if (!found) {
    // A value that can't be read is not kept of other files.
    const open =
      module.exported(legacyIdsList) !== undefined ||
      module.starExports.some((star) => !lookup(module.path, star));
    return { ids: [], open, list: undefined };
  }
  const { module: home, value: list } = resolve(found, lookup);
  if (list.kind !== "array") {
    return { ids: [], open: true, list: undefined };
  }
  const { elements, open } = elementsOf({ value: list, module: home }, lookup);
  const ids = elements.map((element) => numberOf(element, module, lookup));
  const isSpeltOut =
    home === module && list.elements.every(({ spread }) => !spread);
  return {
    ids: ids.flatMap((id) => id ?? []),
    open: open || ids.includes(undefined),
    list: isSpeltOut
      ? {
          range: list.range,
          elements: list.elements.map((element) => element.value.range),
        }
      : undefined,
  };
}

/** Ids from here on are for development. Source: the host's constants file. */
export const firstDevelopmentId = 1000;

/** Every id that is or was in use. */
export type UsedIds = Iterable<number>;

/** The ids of configs, those in texts included, and those that were retired. */
export function usedIds({ configs, legacyIds }: ServerConfigs): number[] {
  return [
    ...configs.map(({ id, textId }) => id?.value ?? textId?.number),
    ...legacyIds.map(({ value }) => value),
  ].filter((id) => id !== undefined);
}

/**
 * The next id of the kind of a given one (production or development): above
 * every id of that kind that is or was in use.
 *
 * @returns `undefined` when the range of production ids is used up
 */
export function nextFreeId(id: number, used: UsedIds): number | undefined {
  const isDevelopment = id >= firstDevelopmentId;
  let highest = isDevelopment ? firstDevelopmentId - 1 : 0;
  for (const value of used) {
    if (value >= firstDevelopmentId === isDevelopment) {
      highest = Math.max(highest, value);
    }
  }
  const next = Math.floor(highest) + 1;
  return isDevelopment || next < firstDevelopmentId ? next : undefined;
}
