import type { FileStore } from "../files/file-store.ts";
import { findTools } from "../mcp/find-tools.ts";
import {
  completeText,
  type Model,
  type Parameter,
  type Tool,
} from "../mcp/model.ts";
import { withCentralStakes } from "../registries/central-stakes.ts";
import { freezeModuleValues } from "../source/module-values.ts";
import { knownPrefix } from "../source/static-text.ts";
import type { App, Server } from "./find-servers.ts";
import type { ToolPart } from "./lines.ts";

/**
 * Why the silence of rules about tools says nothing of a server: they are
 * silent as well about what only a run could tell.
 *
 * @returns a few words; `undefined` when the part can be read of all tools
 */
export function unreadTools(
  part: ToolPart,
  server: Server,
  app: App,
  store: FileStore,
): string | undefined {
  const models = modelsOf(server, app, store);
  const tools = new Set(
    models.flatMap((model) => [
      ...model.tools,
      ...model.servers.flatMap((one) => one.tools),
    ]),
  );
  if (tools.size === 0) {
    return "no tools were found";
  }
  if (models.some(({ servers }) => servers.some(mayHoldMore))) {
    return "there may be more tools than can be read";
  }
  const unread = [...tools].filter((tool) => !isRead[part](tool));
  const [first] = unread;
  return first && wording(part, first, unread.length);
}

/**
 * Whether a server's list of tools is known in part. Where tools are registered
 * by calls there is no list, and never a last one.
 */
function mayHoldMore({ open, tools }: Model["servers"][number]): boolean {
  return (
    open &&
    !tools.some(
      ({ dialect }) => dialect === "server-tool" || dialect === "register-tool",
    )
  );
}

function wording(part: ToolPart, tool: Tool, count: number): string {
  const name = completeText(tool.name) ?? "a tool";
  return count > 1
    ? `${nouns[part]} of ${name} and ${String(count - 1)} more is not known`
    : `${nouns[part]} of ${name} is not known`;
}

const nouns: Readonly<Record<ToolPart, string>> = {
  description: "the description",
  displayLabels: "the labels",
  name: "the name",
  parameters: "the parameters",
  stake: "the stake",
};

const isRead: Readonly<Record<ToolPart, (tool: Tool) => boolean>> = {
  // Its opening is what counts.
  description: ({ description }) =>
    description.kind === "absent" ||
    (description.kind === "known" && knownPrefix(description.value) !== "") ||
    completeText(description) !== undefined,
  displayLabels: ({ displayLabels }) => displayLabels.kind !== "unknown",
  name: ({ name }) => completeText(name) !== undefined,
  parameters: ({ parameters }) =>
    parameters.kind === "absent" ||
    (parameters.kind === "known" && parameters.value.every(isDescribedOrNot)),
  stake: ({ stake }) => completeText(stake) !== undefined,
};

function isDescribedOrNot(parameter: Parameter): boolean {
  return (
    (!parameter.needsDescription || parameter.description.kind !== "unknown") &&
    parameter.children.every(isDescribedOrNot)
  );
}

const known = new WeakMap<Server, readonly Model[]>();

function modelsOf(
  server: Server,
  app: App,
  store: FileStore,
): readonly Model[] {
  let models = known.get(server);
  if (!models) {
    models = server.files.flatMap((file) => readModel(file, app, store) ?? []);
    known.set(server, models);
  }
  return models;
}

function readModel(
  file: string,
  { lookup, registries: { constants } }: App,
  store: FileStore,
): Model | undefined {
  const reading = store.read(file, (source) => findTools(source, lookup));
  if (reading.status !== "read" || constants.status !== "read") {
    return reading.status === "read" ? reading.value : undefined;
  }
  const values = store.read(constants.file, freezeModuleValues);
  return values.status === "read"
    ? withCentralStakes(reading.value, values.value, lookup)
    : reading.value;
}
