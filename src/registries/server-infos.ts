import { isObject, placeOf } from "../mcp/reading.ts";
import { readServerInfo, type ServerInfo } from "../mcp/server-info.ts";
import { areAlike, readToolNames, type ToolNames } from "../mcp/tool-names.ts";
import { findMember, noLookup, resolve } from "../source/resolve.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
  StaticValue,
} from "../source/static-value.ts";
import type { Range } from "../source/syntax-tree.ts";
import { centralStakesKey } from "./central-stakes.ts";
import type { Registries } from "./registries.ts";
import { valueOf } from "./registry.ts";
import { listName } from "./server-tools.ts";

/** What a server of the linted file says of itself. */
export interface WrittenInfo {
  /** `undefined` where it can't be known. */
  readonly serverName: string | undefined;
  readonly info: ServerInfo;
  /** Where a report goes about what is not in the file. */
  readonly place: Range;
  /** Of a host's own kind, with an icon and so on, and not only the SDK's. */
  readonly isHostInfo: boolean;
  /** Tools and the ones that `tools_stakes` is computed from, where they differ. */
  readonly strangeStakes: StrangeStakes | undefined;
}

export interface StrangeStakes {
  readonly range: Range;
  readonly tools: ToolNames;
  readonly stakes: ToolNames;
}

interface Linted {
  readonly values: ModuleValues;
  readonly lookup: ImportLookup;
}

/** What the servers that a file defines, or configures inline, say of themselves. */
export function writtenInfos(
  registries: Registries,
  linted: Linted,
): readonly WrittenInfo[] {
  const infos = registries.definitions.flatMap((definition) => {
    const { place, serverName } = definition;
    const info = definition.info();
    return info === undefined
      ? []
      : writtenInfo(info, definition.object(), place, serverName, linted);
  });
  return registries.role === "constants"
    ? [...infos, ...inlineInfos(registries, linted)]
    : infos;
}

/** `serverInfo` in a config of the constants file, in whichever object. */
function inlineInfos(
  { constants }: Registries,
  linted: Linted,
): readonly WrittenInfo[] {
  const configs = valueOf(constants)?.configs?.configs ?? [];
  return configs.flatMap(({ key, located, name }) => {
    const config = resolve(located, linted.lookup);
    const metadata = isObject(config)
      ? findMember(config, "metadata", linted.lookup)
      : undefined;
    // One that stands in a server's own file is reported there, and not read.
    const holder =
      metadata?.kind === "known" ? resolve(metadata.located, noLookup) : config;
    const info = isObject(holder)
      ? findMember(holder, "serverInfo", linted.lookup)
      : undefined;
    return key &&
      info?.kind === "known" &&
      info.located.module.path === linted.values.path &&
      holder.module.path === linted.values.path
      ? writtenInfo(info.located.value, undefined, key, name, linted)
      : [];
  });
}

function writtenInfo(
  value: StaticValue,
  object: StaticValue | undefined,
  place: Range,
  serverName: string | undefined,
  { lookup, values }: Linted,
): readonly WrittenInfo[] {
  const located = { value, module: values };
  const info = readServerInfo(located, lookup);
  return info
    ? [
        {
          serverName,
          info,
          place,
          isHostInfo:
            object !== undefined ||
            [info.icon, info.authorization, info.documentationUrl].some(
              ({ kind }) => kind !== "absent",
            ),
          strangeStakes:
            object && strangeStakes({ value: object, module: values }, lookup),
        },
      ]
    : [];
}

/** `tools_stakes` that are computed from other tools than `tools`. */
function strangeStakes(
  object: Located,
  lookup: ImportLookup,
): StrangeStakes | undefined {
  if (!isObject(object)) {
    return undefined;
  }
  const tools = findMember(object, "tools", lookup);
  const stakes = findMember(object, centralStakesKey, lookup);
  if (tools.kind !== "known" || stakes.kind !== "known") {
    return undefined;
  }
  const from = pairedList(resolve(stakes.located, lookup));
  if (from && areOneList(tools.located, from)) {
    // Mostly so: then nobody has to read the tools.
    return undefined;
  }
  const ofTools = readToolNames(tools.located, lookup);
  const ofStakes = from && readToolNames(from, lookup);
  const { file } = placeOf(stakes.located);
  return ofTools &&
    ofStakes &&
    file === object.module.path &&
    !areAlike(ofTools, ofStakes)
    ? { range: stakes.located.value.range, tools: ofTools, stakes: ofStakes }
    : undefined;
}

function areOneList(one: Located, other: Located): boolean {
  const name = listName(one.value);
  return (
    name !== undefined &&
    name === listName(other.value) &&
    one.module === other.module
  );
}

/** The list in `Object.fromEntries(list.map((t) => [t.name, t.stake]))`. */
function pairedList({ module, value }: Located): Located | undefined {
  const [argument] = value.kind === "call" ? value.args : [];
  return value.kind === "call" &&
    value.callee.kind === "member" &&
    value.callee.name === "fromEntries" &&
    argument?.spread === false
    ? { value: argument.value, module }
    : undefined;
}
