import type { Place, Tool } from "../mcp/model.ts";
import { fieldOf, isObject, placeOf } from "../mcp/reading.ts";
import { parameterNames } from "../mcp/parameters/parameter-names.ts";
import { elementsOf, entriesOf, resolve } from "../source/resolve.ts";
import { readText, type StaticText } from "../source/static-text.ts";
import type { ImportLookup, Located } from "../source/static-value.ts";
import { centralStakesKey } from "./central-stakes.ts";
import type { ServerConfig } from "./server-configs.ts";
import { toolsByName, type ServerTools } from "./server-tools.ts";

/** A field of a config whose keys are tools, and a tool that it names. */
export interface NamedTool {
  readonly field: string;
  readonly tool: string;
  readonly key: Place;
  /** The one-based line of the key. */
  readonly line: number;
  /** The names in its list, where the field lists parameters. */
  readonly parameters: readonly NamedParameter[];
}

export interface NamedParameter {
  readonly text: StaticText;
  readonly place: Place;
  readonly line: number;
}

const approvals = "tools_arguments_requiring_approval";
const retries = "tools_retry_policies";

/** What a config says of a tool or a parameter that does not exist. */
export type UnknownName =
  | {
      readonly kind: "tool";
      readonly named: NamedTool;
      /** The names of the tools that exist and that the field does not name. */
      readonly candidates: readonly string[];
    }
  | {
      readonly kind: "parameter";
      readonly named: NamedTool;
      readonly parameter: NamedParameter;
      readonly candidates: readonly string[];
    };

/**
 * The tools and parameters that a config names and its server surely does not
 * have. Stakes of tools that have none of their own are left to
 * central-stakes.ts.
 *
 * @param toolsOf reads the server's tools; most configs name none, and then
 *   nothing has to be read
 */
export function unknownNames(
  config: ServerConfig,
  toolsOf: (config: ServerConfig) => ServerTools,
  lookup: ImportLookup,
): readonly UnknownName[] {
  const namedIn = new Map(
    [approvals, retries, centralStakesKey].map((field) => [
      field,
      namedTools(config, field, lookup).filter((named) => !isRest(named)),
    ]),
  );
  if ([...namedIn.values()].every((named) => named.length === 0)) {
    return [];
  }
  const tools = toolsOf(config);
  const known = toolsByName(tools);
  if (tools.isCentral) {
    namedIn.delete(centralStakesKey);
  }
  return [...namedIn.values()].flatMap((named) => {
    const candidates = [...known.keys()].filter(
      (name) => !named.some(({ tool }) => tool === name),
    );
    return named.flatMap((one): UnknownName[] => {
      const own = known.get(one.tool);
      if (own) {
        return unknownParameters(one, own, lookup);
      }
      return tools.open ? [] : [{ kind: "tool", named: one, candidates }];
    });
  });
}

/** Not a tool: the policy of all the others. */
function isRest({ field, tool }: NamedTool): boolean {
  return field === retries && tool === "default";
}

function unknownParameters(
  named: NamedTool,
  tools: readonly Tool[],
  lookup: ImportLookup,
): UnknownName[] {
  if (named.parameters.length === 0) {
    return [];
  }
  const names = new Set<string>();
  for (const { inputSchema } of tools) {
    const own = parameterNames(inputSchema, lookup);
    if (!own) {
      return [];
    }
    own.forEach((name) => names.add(name));
  }
  const unused = [...names].filter(
    (name) => !named.parameters.some(({ text }) => text.text === name),
  );
  return named.parameters
    .filter(({ text }) => !names.has(text.text))
    .map((parameter) => ({
      kind: "parameter",
      named,
      parameter,
      candidates: unused,
    }));
}

function namedTools(
  { located }: ServerConfig,
  field: string,
  lookup: ImportLookup,
): readonly NamedTool[] {
  const config = resolve(located, lookup);
  const value = isObject(config) ? fieldOf(config, field, lookup) : undefined;
  return value?.kind === "known" && isObject(value.value)
    ? entriesOf(value.value, lookup).entries.flatMap(
        ({ key, keyValue, located: list }): NamedTool[] =>
          key === undefined
            ? []
            : [
                {
                  field,
                  tool: key,
                  key: placeOf(keyValue),
                  line: lineOf(keyValue),
                  parameters: field === approvals ? namesIn(list, lookup) : [],
                },
              ],
      )
    : [];
}

function namesIn(
  written: Located,
  lookup: ImportLookup,
): readonly NamedParameter[] {
  const { module, value } = resolve(written, lookup);
  return value.kind === "array"
    ? elementsOf({ value, module }, lookup).elements.flatMap((element) => {
        const text = readText(element, lookup);
        return text?.complete === true
          ? [{ text, place: placeOf(element), line: lineOf(element) }]
          : [];
      })
    : [];
}

function lineOf({ module, value }: Located): number {
  return module.lineAt(value.range[0]);
}
