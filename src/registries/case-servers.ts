import { isObject } from "../mcp/reading.ts";
import type { Place } from "../mcp/model.ts";
import { resolve } from "../source/resolve.ts";
import type { ModuleValues } from "../source/static-value.ts";
import {
  serverObjectName,
  writtenName,
  type ServerSources,
} from "./config-target.ts";
import type { SwitchCase, UsedImport } from "./dispatch-switch.ts";
import type { DefinitionReader } from "./inventory.ts";
import { definedName } from "./definition-names.ts";
import type { ServerDefinition } from "./server-definitions.ts";

/** A server that a case makes. */
export type CaseServer =
  /** From a server object. */
  | { readonly kind: "object"; readonly name: string; readonly place: Place }
  /** By the default export of a file. */
  | { readonly kind: "factory"; readonly name: string; readonly place: Place };

/** The way from the switch to other files. */
export interface CaseSources extends ServerSources {
  /** The module of the switch. */
  readonly module: ModuleValues;
  readonly definitions: DefinitionReader;
}

/**
 * The servers that a case makes, as far as its imports tell.
 *
 * @returns `undefined` where that can't be known
 */
export function caseServers(
  { uses }: SwitchCase,
  sources: CaseSources,
): readonly CaseServer[] | undefined {
  const found: CaseServer[] = [];
  for (const used of uses()) {
    const server =
      used.imported === "default"
        ? byFactory(used, sources)
        : byObject(used, sources);
    if (server === "unknown") {
      return undefined;
    }
    if (server !== "none") {
      found.push(server);
    }
  }
  return found.length > 0 ? found : undefined;
}

type Found = CaseServer | "none" | "unknown";

function byObject(
  { imported, specifier }: UsedImport,
  { definitionOf, lookup, module }: CaseSources,
): Found {
  const definition = definitionOf(module.path, { imported, specifier });
  const written = definition && writtenName(definition);
  if (written) {
    return { kind: "object", name: written.value.text, place: written.place };
  }
  const value = {
    kind: "import",
    imported,
    specifier,
    local: imported,
    range: [0, 0],
  } as const;
  const target = resolve({ value, module }, lookup);
  if (!isObject(target)) {
    return "none";
  }
  const name = serverObjectName(target, lookup);
  switch (name.kind) {
    case "known":
      return { kind: "object", name: name.value.text, place: name.place };
    case "absent":
      return "none";
    case "unknown":
      return "unknown";
  }
}

function byFactory({ specifier }: UsedImport, sources: CaseSources): Found {
  const file = sources.resolve(sources.module.path, specifier);
  const all = file === undefined ? undefined : sources.definitions(file);
  if (file === undefined || !all) {
    return "unknown";
  }
  const factories = all.filter(isDefaultFactory);
  const [factory, ...others] = factories;
  const name = factory && definedName(factory, sources.lookup);
  return !factory || name === undefined || others.length > 0
    ? "unknown"
    : { kind: "factory", name, place: { file, range: factory.place } };
}

/** Whether a definition is a call that makes what the file exports. */
export function isDefaultFactory({
  exported,
  kind,
}: ServerDefinition): boolean {
  return kind === "factory" && exported === "default";
}
