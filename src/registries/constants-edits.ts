import { isIdentifier } from "../source/property-key.ts";
import { keyName, nodesAround, type Range } from "../source/syntax-tree.ts";
import { endsInComma, indentStep, usualQuote } from "../source/file-style.ts";
import { insertElements } from "../source/insert-element.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import { nameLiteral } from "./entry-template.ts";
import type { NamesList } from "./names-array.ts";
import {
  importableServers,
  ImportCollector,
  type ImportableServers,
  type RegistryFile,
} from "./registry-file.ts";
import { firstDevelopmentId, type ServerConfigs } from "./server-configs.ts";
import type { ServerParts } from "./server-parts.ts";
import { compareNames, placeFor } from "./sorted-names.ts";

/** A config to write. */
export interface NewConfig {
  readonly server: ServerParts;
  readonly id: number;
  readonly availability: "auto" | "manual";
  readonly usesOAuth: boolean;
}

/** The configs whose imports can be written; see {@link importableServers}. */
export function importableConfigs(
  configs: readonly NewConfig[],
  registry: RegistryFile,
): ImportableServers<NewConfig> {
  return importableServers(
    configs,
    ({ server }) => server,
    ({ metadata, nameConstant }) => [metadata, nameConstant],
    registry,
  );
}

/**
 * Writes names and configs with their imports, in one go.
 *
 * @returns the edits; `undefined` when a name is taken in the file, or there is
 *   nothing to write
 */
export function addToConstants(
  {
    configs: newConfigs,
    names: newNames,
  }: {
    readonly names: readonly ServerParts[];
    readonly configs: readonly NewConfig[];
  },
  {
    configs,
    names,
  }: {
    readonly names: NamesList | undefined;
    readonly configs: ServerConfigs | undefined;
  },
  registry: RegistryFile,
): readonly SourceEdit[] | undefined {
  const imports = new ImportCollector(registry);
  const writable = importableConfigs(newConfigs, registry).sound;
  const nameable = importableServers(
    newNames,
    (server) => server,
    ({ nameConstant }) => [nameConstant],
    registry,
  ).sound;
  const nameEdits = names
    ? insertNames(nameable, names, registry, imports)
    : [];
  const configEdits = configs
    ? insertConfigs(writable, configs, registry, imports)
    : [];
  const importEdits = imports.edits();
  const edits = [...(importEdits ?? []), ...nameEdits, ...configEdits];
  return importEdits && nameEdits.length + configEdits.length > 0
    ? edits
    : undefined;
}

function insertNames(
  servers: readonly ServerParts[],
  { entries, range }: NamesList,
  { file }: RegistryFile,
  imports: ImportCollector,
): SourceEdit[] {
  if (!range) {
    return [];
  }
  const own = entries.filter(({ isOwn }) => isOwn);
  const names = own.map(({ name }) => name);
  const first = own.find(
    ({ range: [start] }) =>
      file.text[start] === '"' || file.text[start] === "'",
  );
  const quote = first ? quoteAt(file.text, first.range) : usualQuote(file.text);
  return insertElements(
    file.text,
    range,
    own.map((entry) => entry.range),
    sortedByName(servers).map((server) => ({
      index: placeFor(server.name, names),
      text: server.nameConstant
        ? imports.use(server.nameConstant)
        : nameLiteral(server.name, quote),
    })),
  );
}

function quoteAt(text: string, [start]: Range): '"' | "'" {
  return text[start] === "'" ? "'" : '"';
}

function sortedByName(servers: readonly ServerParts[]): ServerParts[] {
  return [...servers].sort((a, b) => compareNames(a.name, b.name));
}

/** How a config is written here. */
interface ConfigForm {
  /** Its fields, in order. */
  readonly fields: readonly string[];
  readonly quote: '"' | "'";
  readonly indent: string;
  /** What stands behind the last field. */
  readonly end: "" | ",";
}

/**
 * What a field says where nothing is known of a server but its metadata.
 * A server that users add themselves, without gates, after the runbook.
 */
const usualValues: ReadonlyMap<string, string> = new Map([
  ["isRestricted", "undefined"],
  ["isPreview", "false"],
  ["tools_arguments_requiring_approval", "undefined"],
  ["tools_retry_policies", "undefined"],
  ["timeoutMs", "undefined"],
]);

const knownFields: ReadonlySet<string> = new Set([
  ...usualValues.keys(),
  "availability",
  "allowMultipleInstances",
  "id",
  "metadata",
]);

/**
 * The fields that every config with `metadata` has, in the order of the last.
 *
 * @returns `undefined` in the oldest dialect, when one of the fields is none
 *   that a value is known for, or when a config has fields that can't be read
 */
function configForm(
  { configs }: ServerConfigs,
  { file }: RegistryFile,
): ConfigForm | undefined {
  const written = configs.flatMap(({ range }) => {
    const object = range && configObject(range, file.program);
    return object
      ? [{ names: fieldNames(object), text: file.text.slice(...range) }]
      : [];
  });
  if (written.some(({ names }) => names.includes(undefined))) {
    return undefined;
  }
  const models = written.filter(({ names }) => names.includes("metadata"));
  const fields = models
    .at(-1)
    ?.names.filter((name) => name !== undefined)
    .filter((name) => models.every(({ names }) => names.includes(name)));
  const comma = models
    .map(({ text }) => endsInComma(text))
    .findLast((one) => one !== undefined);
  return fields?.every((name) => knownFields.has(name)) === true
    ? {
        fields,
        quote: usualQuote(file.text),
        indent: indentStep(file.text),
        end: comma === false ? "" : ",",
      }
    : undefined;
}

function configObject(
  range: Range,
  program: TSESTree.Program,
): TSESTree.ObjectExpression | undefined {
  const path = nodesAround(program, range[0]);
  const property = path.findLast(
    (node): node is TSESTree.Property =>
      node.type === "Property" && node.range[0] === range[0],
  );
  return property?.value.type === "ObjectExpression"
    ? property.value
    : undefined;
}

/** The fields; `undefined` for a spread, and for a key that can't be read. */
function fieldNames({
  properties,
}: TSESTree.ObjectExpression): readonly (string | undefined)[] {
  return properties.map((one) =>
    one.type === "Property" ? keyName(one.key, one.computed) : undefined,
  );
}

function insertConfigs(
  newConfigs: readonly NewConfig[],
  serverConfigs: ServerConfigs,
  registry: RegistryFile,
  imports: ImportCollector,
): SourceEdit[] {
  const { configs, range } = serverConfigs;
  const form = configForm(serverConfigs, registry);
  if (!range || !form) {
    return [];
  }
  const { file } = registry;
  const own = configs.filter((config) => config.range !== undefined);
  const insertions = [...newConfigs]
    .sort((a, b) => a.id - b.id)
    .flatMap((config) => {
      const text = configText(config, form, imports);
      return text === undefined
        ? []
        : [
            {
              text,
              index: indexFor(
                config.id,
                own.map(({ id }) => id?.value),
              ),
            },
          ];
    });
  return insertElements(
    file.text,
    range,
    own.flatMap(({ range: entry }) => (entry ? [entry] : [])),
    insertions,
  );
}

/** Behind the last config of its kind: production or development. */
function indexFor(id: number, ids: readonly (number | undefined)[]): number {
  const isDevelopment = id >= firstDevelopmentId;
  const last = ids.findLastIndex(
    (other) =>
      other !== undefined && other >= firstDevelopmentId === isDevelopment,
  );
  return last === -1 ? ids.length : last + 1;
}

function configText(
  { availability, id, server, usesOAuth }: NewConfig,
  { end, fields, indent, quote }: ConfigForm,
  imports: ImportCollector,
): string | undefined {
  const { metadata, name, nameConstant } = server;
  if (!metadata) {
    return undefined;
  }
  const values = new Map([
    ...usualValues,
    ["id", String(id)],
    ["availability", quote + availability + quote],
    ["allowMultipleInstances", String(usesOAuth)],
    ["metadata", imports.use(metadata)],
  ]);
  const written = fields.map(
    (field) => `${indent}${field}: ${values.get(field) ?? "undefined"}`,
  );
  const key = nameConstant
    ? `[${imports.use(nameConstant)}]`
    : isIdentifier(name)
      ? name
      : nameLiteral(name, quote);
  return `${key}: {\n${written.join(",\n")}${end}\n}`;
}
