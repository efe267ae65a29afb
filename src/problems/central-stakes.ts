import { closestName } from "../closest-name.ts";
import type { LintedFile } from "../linted-file.ts";
import { completeText, type Place } from "../mcp/model.ts";
import {
  centralStakes,
  centralStakesKey,
  toolsWithoutStake,
  type CentralStake,
  type CentralStakes,
} from "../registries/central-stakes.ts";
import { nameLiteral } from "../registries/entry-template.ts";
import type { Registries } from "../registries/registries.ts";
import { knownDefinitions } from "../registries/registration.ts";
import { configNamed, liveConfigs } from "../registries/config-index.ts";
import type { ServerConfigs } from "../registries/server-configs.ts";
import {
  mayHoldStakes,
  toolsByName,
  type ServerTools,
} from "../registries/server-tools.ts";
import { configAt } from "../registry-wording.ts";
import { indentStep, usualQuote } from "../source/file-style.ts";
import { insertProperty } from "../source/insert-property.ts";
import { renameKey, writtenKey } from "../source/property-key.ts";
import { removeElement } from "../source/remove-element.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { byLikelihood } from "../stake-levels.ts";
import { alternatives, didYouMean, fileName, quoted } from "../wording.ts";

// The stakes that stand in the constants file, one object per server.

type Data = Readonly<Record<string, string | number>>;

/** A report, whoever makes it. */
export interface StakeProblem {
  readonly range: Range;
  readonly messageId:
    | "centralMissing"
    | "centralStray"
    | "centralNone"
    | "missingThere"
    | "noneThere";
  readonly data: Data;
  readonly suggest: readonly {
    readonly messageId:
      "addStake" | "addStakes" | "removeStake" | "renameStake";
    readonly data: Data;
    readonly edits: readonly SourceEdit[];
  }[];
}

/** A stake in the constants file whose level is to be judged. */
export interface WrittenStake {
  readonly server: string;
  readonly stake: CentralStake;
  /** Where to report it. */
  readonly range: Range;
}

/** The stakes that a constants file itself holds. */
export function stakesInConstants(
  configs: ServerConfigs,
  { file, lookup }: LintedFile,
): readonly WrittenStake[] {
  return liveConfigs(configs).flatMap((config) => {
    const stakes = centralStakes(config, lookup);
    return stakes.kind === "known"
      ? stakes.entries.flatMap((stake): WrittenStake[] => {
          const place = [
            ...(stake.level.kind === "known" ? [stake.level.place] : []),
            stake.key,
          ].find((one) => one.file === file.path);
          return place
            ? [{ server: config.name ?? "", stake, range: place.range }]
            : [];
        })
      : [];
  });
}

/** What is wrong with `tools_stakes` in the constants file, at each config. */
export function problemsInConstants(
  configs: ServerConfigs,
  registries: Registries,
  linted: LintedFile,
): readonly StakeProblem[] {
  return liveConfigs(configs).flatMap((config) => {
    const { key, name } = config;
    if (name === undefined || !key || !mayHoldStakes(config, linted.lookup)) {
      return [];
    }
    const stakes = centralStakes(config, linted.lookup);
    if (stakes.kind === "unknown") {
      return [];
    }
    const tools = registries.configTools(config);
    if (!tools.isCentral) {
      return [];
    }
    const server = { name, key, tools };
    return stakes.kind === "absent"
      ? noStakes(server, stakes, linted)
      : [
          ...missingStakes(server, stakes, linted),
          ...strayStakes(server, stakes, linted),
        ];
  });
}

interface CentralServer {
  readonly name: string;
  readonly key: Range;
  readonly tools: ServerTools;
}

function noStakes(
  { key, name, tools }: CentralServer,
  stakes: Extract<CentralStakes, { kind: "absent" }>,
  linted: LintedFile,
): readonly StakeProblem[] {
  const names = [...toolsByName(tools).keys()];
  if (names.length === 0) {
    return [];
  }
  const levels = linted.settings.stakeLevels;
  const entries = names.map((tool) => ({
    tool,
    level: byLikelihood(levels, tool)[0] ?? "",
  }));
  const edit = addStakes(entries, stakes, linted);
  return [
    {
      range: key,
      messageId: "centralNone",
      data: { server: quoted(name), levels: alternatives(levels) },
      suggest: edit
        ? [
            {
              messageId: "addStakes",
              data: {
                stakes: entries
                  .map(({ level, tool }) => `${tool}: ${level}`)
                  .join(", "),
              },
              edits: [edit],
            },
          ]
        : [],
    },
  ];
}

function addStakes(
  entries: readonly { readonly tool: string; readonly level: string }[],
  { config, nothing }: Extract<CentralStakes, { kind: "absent" }>,
  { file }: LintedFile,
): SourceEdit | undefined {
  const quote = usualQuote(file.text);
  const step = indentStep(file.text);
  const lines = entries.map(
    ({ level, tool }) =>
      `${step}${writtenKey(tool)}: ${nameLiteral(level, quote)},\n`,
  );
  const object = `{\n${lines.join("")}}`;
  if (nothing || config.file !== file.path) {
    // `undefined` was written on purpose: a person replaces it.
    return undefined;
  }
  return insertProperty(file, config.range, `${centralStakesKey}: ${object}`, [
    "isPreview",
    "isRestricted",
    "allowMultipleInstances",
    "availability",
  ]);
}

type KnownStakes = Extract<CentralStakes, { kind: "known" }>;

function missingStakes(
  { key, name, tools }: CentralServer,
  stakes: KnownStakes,
  linted: LintedFile,
): readonly StakeProblem[] {
  const { file, settings } = linted;
  const renamed = new Set(
    strayEntries(stakes, tools).map(({ meant }) => meant),
  );
  return toolsWithoutStake(stakes, tools)
    .filter((tool) => !renamed.has(tool))
    .map((tool) => ({
      range: stakes.key.file === file.path ? stakes.key.range : key,
      messageId: "centralMissing",
      data: {
        tool: quoted(tool),
        server: quoted(name),
        levels: alternatives(settings.stakeLevels),
      },
      suggest: byLikelihood(settings.stakeLevels, tool).flatMap((level) => {
        const edit = addStake(tool, level, stakes.place, linted);
        return edit
          ? [
              {
                messageId: "addStake" as const,
                data: { level, tool },
                edits: [edit],
              },
            ]
          : [];
      }),
    }));
}

function addStake(
  tool: string,
  level: string,
  object: Place,
  { file }: LintedFile,
): SourceEdit | undefined {
  return object.file === file.path
    ? insertProperty(
        file,
        object.range,
        `${writtenKey(tool)}: ${nameLiteral(level, usualQuote(file.text))}`,
        [],
      )
    : undefined;
}

function strayStakes(
  { name, tools }: CentralServer,
  stakes: KnownStakes,
  { file }: LintedFile,
): readonly StakeProblem[] {
  return strayEntries(stakes, tools).flatMap(({ meant, stake }) => {
    const { key, range, tool } = stake;
    if (key.file !== file.path) {
      return [];
    }
    const renamed =
      meant === undefined ? undefined : renameKey(file, key.range, meant);
    return [
      {
        range: key.range,
        messageId: "centralStray",
        data: {
          tool: quoted(tool),
          server: quoted(name),
          meant: didYouMean(meant),
        },
        suggest: renamed
          ? [
              {
                messageId: "renameStake",
                data: { name: meant ?? "" },
                edits: [renamed],
              },
            ]
          : [
              {
                messageId: "removeStake",
                data: { tool },
                edits: [removeElement(file.text, range)],
              },
            ],
      },
    ];
  });
}

interface StrayEntry {
  readonly stake: CentralStake;
  /** The tool without a stake whose name is close. */
  readonly meant: string | undefined;
}

/** The stakes of tools that a server surely does not have. */
function strayEntries(
  stakes: KnownStakes,
  tools: ServerTools,
): readonly StrayEntry[] {
  if (tools.open) {
    return [];
  }
  const known = toolsByName(tools);
  const candidates = toolsWithoutStake(stakes, tools);
  return stakes.entries
    .filter(({ tool }) => !known.has(tool))
    .map((stake) => ({ stake, meant: closestName(stake.tool, candidates) }));
}

/** What the constants lack of the servers that the linted file defines. */
export function problemsAtDefinitions(
  configs: ServerConfigs,
  registries: Registries,
  linted: LintedFile,
): readonly StakeProblem[] {
  return knownDefinitions(registries.definitions).flatMap((definition) => {
    const { kind, place, serverName } = definition;
    if (kind !== "factory") {
      return [];
    }
    const config = configNamed(configs, serverName);
    const tools = toolsRegisteredHere(serverName, linted);
    if (
      !config ||
      tools.size === 0 ||
      !registries.configTools(config).isCentral
    ) {
      return [];
    }
    const stakes = centralStakes(config, linted.lookup);
    const server = quoted(serverName);
    const levels = alternatives(linted.settings.stakeLevels);
    switch (stakes.kind) {
      case "absent":
        return [
          {
            range: place,
            messageId: "noneThere" as const,
            data: { server, levels, where: configAt(config, linted) },
            suggest: [],
          },
        ];
      case "known":
        return [...tools].flatMap(([tool, anchor]): StakeProblem[] =>
          stakes.open || stakes.entries.some((entry) => entry.tool === tool)
            ? []
            : [
                {
                  range: anchor.range,
                  messageId: "missingThere",
                  data: {
                    tool: quoted(tool),
                    server,
                    levels,
                    where: `${fileName(stakes.place.file, linted)}, line ${String(stakes.line)}`,
                  },
                  suggest: [],
                },
              ],
        );
      default:
        return [];
    }
  });
}

/** The tools that the linted file registers by calls, and where their names stand. */
function toolsRegisteredHere(
  server: string,
  { model }: LintedFile,
): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>();
  for (const { name, tools } of model.servers) {
    if (completeText(name) !== server) {
      continue;
    }
    for (const tool of tools) {
      const text = completeText(tool.name);
      if (tool.dialect === "server-tool" && text !== undefined) {
        found.set(text, found.get(text) ?? tool.anchor);
      }
    }
  }
  return found;
}
