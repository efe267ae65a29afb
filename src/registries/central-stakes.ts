import { findMember, resolve } from "../source/resolve.ts";
import { readText, type StaticText } from "../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ModuleValues,
} from "../source/static-value.ts";
import {
  absent,
  completeText,
  unknown,
  type Field,
  type Model,
  type Tool,
} from "../mcp/model.ts";
import { fieldOf, isObject, placeOf } from "../mcp/reading.ts";
import { serverConfigEntries } from "./server-configs.ts";

/**
 * Gives tools of the server-tool dialect the stakes that `tools_stakes` of
 * their server's config holds.
 *
 * @param constants the values of the constants file
 * @returns the model with those stakes; unknown where server, config or name
 *   can't be read
 */
export function withCentralStakes(
  model: Model,
  constants: ModuleValues,
  lookup: ImportLookup,
): Model {
  const stakes = new Map<Tool, Tool>();
  for (const server of model.servers) {
    const central = server.tools.some(isServerTool)
      ? centralStakes(completeText(server.name), constants, lookup)
      : unknown;
    for (const tool of server.tools.filter(isServerTool)) {
      stakes.set(tool, { ...tool, stake: stakeOf(tool, central, lookup) });
    }
  }
  const replaced = (tool: Tool): Tool => stakes.get(tool) ?? tool;
  return {
    ...model,
    tools: model.tools.map(replaced),
    servers: model.servers.map((server) => ({
      ...server,
      tools: server.tools.map(replaced),
    })),
  };
}

function isServerTool({ dialect }: Tool): boolean {
  return dialect === "server-tool";
}

function centralStakes(
  name: string | undefined,
  constants: ModuleValues,
  lookup: ImportLookup,
): Field<Located> {
  const configs = serverConfigEntries(constants, lookup);
  const entry = configs?.entries.findLast(({ key }) => key === name);
  const config = entry && resolve(entry.located, lookup);
  return name !== undefined && config && isObject(config)
    ? fieldOf(config, "tools_stakes", lookup)
    : unknown;
}

function stakeOf(
  { name }: Tool,
  central: Field<Located>,
  lookup: ImportLookup,
): Field<StaticText> {
  const key = completeText(name);
  if (central.kind !== "known" || key === undefined) {
    return central.kind === "absent" ? absent : unknown;
  }
  if (!isObject(central.value)) {
    return unknown;
  }
  const member = findMember(central.value, key, lookup);
  if (member.kind !== "known") {
    return member;
  }
  const text = readText(member.located, lookup);
  return text
    ? { kind: "known", value: text, place: placeOf(member.located) }
    : unknown;
}
