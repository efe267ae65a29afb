import { findMember, resolve } from "../source/resolve.ts";
import { readText } from "../source/static-text.ts";
import type { Reading, ToolList } from "./dialects/dialect.ts";
import { findHandlerMaps } from "./handlers/handler-maps.ts";
import {
  completeText,
  declaresStakes,
  unknown,
  type Field,
  type Model,
  type Place,
  type Server,
  type Tool,
} from "./model.ts";
import { placeOf } from "./reading.ts";
import type { ServerObject } from "./server-objects.ts";

/**
 * Puts what the dialects found together: each tool once, the servers it belongs
 * to, and the handlers.
 */
export function assemble(
  reading: Reading,
  lists: readonly ToolList[],
  objects: readonly ServerObject[],
): Model {
  const { path } = reading.file;
  const tools = new Map<string, Tool>();
  const declared = new Set<string>();
  const servers: Server[] = [];
  const keep = (tool: Tool): Tool => {
    const key = keyOf(tool.place);
    const known = tools.get(key);
    if (!known) {
      tools.set(key, tool);
    }
    return known ?? tool;
  };
  const inServers = new Set<string>();

  for (const object of objects) {
    const list = object.tools.kind === "known" ? object.tools.value : undefined;
    const own = (list?.tools ?? []).map((tool) =>
      keep(withCentralStake(tool, object, reading)),
    );
    for (const tool of own) {
      inServers.add(keyOf(tool.place));
    }
    servers.push({
      name: object.name,
      tools: own,
      open: list?.open ?? true,
      place: object.place,
    });
  }
  for (const list of withoutParts(mergedByServer(lists))) {
    const own = list.tools.filter((tool) => !repeats(tool, declared)).map(keep);
    if (own.some((tool) => !inServers.has(keyOf(tool.place)))) {
      servers.push({
        name: list.serverName ?? unknown,
        // A list may be registered twice on one server.
        tools: [...new Set(own)],
        open: list.open,
        place: list.place,
      });
    }
  }
  return {
    tools: [...tools.values()].filter(({ place }) => place.file === path),
    servers,
    handlers: [
      ...lists.flatMap(({ handlers }) => handlers ?? []),
      ...findHandlerMaps(reading),
    ],
  };
}

/** One list per server variable, in whichever ways its tools are registered. */
function mergedByServer(lists: readonly ToolList[]): ToolList[] {
  const merged: ToolList[] = [];
  const byServer = new Map<string, number>();
  for (const list of lists) {
    const at =
      list.serverKey === undefined ? undefined : byServer.get(list.serverKey);
    const earlier = at === undefined ? undefined : merged[at];
    if (at !== undefined && earlier) {
      merged[at] = { ...earlier, tools: [...earlier.tools, ...list.tools] };
      continue;
    }
    if (list.serverKey !== undefined) {
      byServer.set(list.serverKey, merged.length);
    }
    merged.push(list);
  }
  return merged;
}

/**
 * Leaves out the lists whose tools are all in another one: a tool that is
 * declared on its own, and named in a list.
 */
function withoutParts(lists: readonly ToolList[]): ToolList[] {
  const withTool = new Map<string, Set<ToolList>>();
  for (const list of lists) {
    for (const { place } of list.tools) {
      const key = keyOf(place);
      withTool.set(key, (withTool.get(key) ?? new Set()).add(list));
    }
  }
  return lists.filter((list, index) => {
    const [first, ...more] = list.tools.map(({ place }) =>
      withTool.get(keyOf(place)),
    );
    // What is registered on a server stays that server's.
    return (
      list.serverKey !== undefined ||
      ![...(first ?? [])].some(
        (other) =>
          other !== list &&
          (other.tools.length > list.tools.length ||
            other.serverKey !== undefined ||
            lists.indexOf(other) < index) &&
          more.every((others) => others?.has(other)),
      )
    );
  });
}

function keyOf({ file, range }: Place): string {
  return `${String(range[0])} ${String(range[1])} ${file}`;
}

/** Whether a tool only says again what another says, from the same constants. */
function repeats(tool: Tool, declared: Set<string>): boolean {
  const { description, name, place } = tool;
  if (name.kind !== "known" || description.kind !== "known") {
    return false;
  }
  const key = [name.value, description.value]
    .map(({ module, range }) => keyOf({ file: module.path, range }))
    .join(" ");
  if (declared.has(key)) {
    return true;
  }
  const isConstant = description.value.range[0] !== description.place.range[0];
  if (isConstant && place.file === description.value.module.path) {
    declared.add(key);
  }
  return false;
}

/** A stake that stands in the server object's `tools_stakes` counts. */
function withCentralStake(
  tool: Tool,
  { stakes }: ServerObject,
  { lookup }: Reading,
): Tool {
  if (tool.stake.kind !== "absent" || !declaresStakes(tool.dialect)) {
    return tool;
  }
  if (stakes.kind !== "known") {
    return stakes.kind === "absent" ? tool : { ...tool, stake: unknown };
  }
  const name = completeText(tool.name);
  const member =
    name === undefined ? unknown : findMember(stakes.value, name, lookup);
  if (member.kind !== "known") {
    return { ...tool, stake: member, stakesBeside: placeOf(stakes.value) };
  }
  const located = resolve(member.located, lookup);
  const text = readText(located, lookup);
  const stake: Field<typeof text & object> = text
    ? { kind: "known", value: text, place: placeOf(member.located) }
    : unknown;
  return { ...tool, stake };
}
