import { createRule, type RuleContext } from "../src/create-rule.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import type { Registries } from "../src/registries/registries.ts";
import {
  knownDefinitions,
  registeredName,
} from "../src/registries/registration.ts";
import { valueOf } from "../src/registries/registry.ts";
import {
  serverConfigsObject,
  type ServerConfigs,
} from "../src/registries/server-configs.ts";
import {
  idProblemOf,
  idProblems,
  type IdOffer,
  type IdProblem,
} from "../src/registries/server-ids.ts";
import { idAt } from "../src/registry-wording.ts";
import { declaredName } from "../src/source/declared-name.ts";
import { quoted } from "../src/wording.ts";

type MessageIds =
  | "duplicate"
  | "legacy"
  | "notInteger"
  | "notNumber"
  | "shippedLegacy"
  | "useFreeId"
  | "useNumber"
  | "useOwnId";

export const uniqueServerId = createRule<MessageIds, object>({
  name: "unique-server-id",
  meta: {
    type: "problem",
    docs: {
      description: "require every server's id to be an integer of its own",
      presets: { recommended: true, strict: true },
      registries: ["constants"],
    },
    hasSuggestions: true,
    schema: {},
    messages: {
      duplicate:
        "{{server}} has the id {{id}}, which {{other}}{{line}} already has. Agents store servers by id, so with two of one id they reach the wrong tools. Give this server a free id{{free}}.",
      legacy:
        "{{server}} has the id {{id}}, which a removed server had: it is in LEGACY_INTERNAL_MCP_SERVER_IDS{{line}}. Old conversations still refer to it. Take an id that was never used{{free}}.",
      shippedLegacy:
        "{{server}} has the id {{id}}, and the id snapshot agrees, but LEGACY_INTERNAL_MCP_SERVER_IDS{{line}} lists it as that of a removed server. If the server is in use, take the id off that list; else remove the server.",
      notInteger:
        "{{server}} has the id {{id}}, but ids are whole numbers from 1 up. Take a free one{{free}}.",
      notNumber:
        "{{server}} has the id {{id}}, which is a text, but ids are whole numbers from 1 up. Write a number{{free}}.",
      useFreeId: "Use the next free id, {{id}}.",
      useNumber: "Write it as a number, {{id}}.",
      useOwnId: "Use the id that it has in the snapshot, {{id}}.",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { registries } = linted;
        if (registries?.role === "constants") {
          checkConstants(registries, linted, context);
        } else if (registries && registries.definitions.length > 0) {
          checkDefinitions(registries, linted, context);
        }
      },
    };
  },
});

function configsOf({ constants }: Registries): ServerConfigs | undefined {
  return valueOf(constants)?.configs;
}

function checkConstants(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const configs = configsOf(registries);
  const problems = configs ? idProblems(configs, registries.idSnapshot) : [];
  for (const problem of problems) {
    const { config, id, offer } = problem;
    const { literal } = id;
    const own = id.range ?? config.key;
    const owner = problem.kind === "duplicate" ? problem.owner.key : undefined;
    context.report({
      loc: locationOf(
        context,
        own ??
          owner ??
          declaredName(linted.file, serverConfigsObject) ?? [0, 0],
      ),
      messageId: problem.kind,
      data: dataOf(problem, own ? undefined : idAt(id, linted)),
      suggest:
        literal && offer
          ? [
              {
                messageId: suggestions[offer.kind],
                data: { id: offer.id },
                fix: (fixer) =>
                  fixer.replaceTextRange(literal, String(offer.id)),
              },
            ]
          : [],
    });
  }
}

/** The same judgement where the server's author looks. */
function checkDefinitions(
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const configs = configsOf(registries);
  for (const definition of knownDefinitions(registries.definitions)) {
    const server = registeredName(definition, registries);
    const problem =
      configs && idProblemOf(server, configs, registries.idSnapshot);
    if (problem) {
      context.report({
        loc: locationOf(context, definition.place),
        messageId: problem.kind,
        data: dataOf(problem, idAt(problem.id, linted)),
      });
    }
  }
}

function dataOf(
  problem: IdProblem,
  where: string | undefined,
): Record<string, string> {
  const { config, id, offer } = problem;
  const written = "text" in id ? quoted(id.text) : String(id.value);
  const other = otherPlace(problem);
  return {
    server: config.name === undefined ? "This server" : quoted(config.name),
    id: `${written}${where === undefined ? "" : ` (in ${where})`}`,
    free: offer ? freeText(offer) : "",
    other: other?.name === undefined ? "another server" : quoted(other.name),
    line: other?.line === undefined ? "" : ` (line ${String(other.line)})`,
  };
}

const suggestions = {
  free: "useFreeId",
  own: "useOwnId",
  written: "useNumber",
} as const;

function freeText({ id, kind }: IdOffer): string {
  return `, such as ${String(id)}${kind === "own" ? ", which it was shipped with" : ""}`;
}

/** What stands in the way, with its line where that is in the constants file. */
function otherPlace(problem: IdProblem):
  | {
      readonly name?: string | undefined;
      readonly line: number | undefined;
    }
  | undefined {
  switch (problem.kind) {
    case "duplicate": {
      const { key, line, name } = problem.owner;
      return { name, line: key && line };
    }
    case "legacy":
    case "shippedLegacy": {
      const { line, range } = problem.retired;
      return { line: range && line };
    }
    case "notInteger":
    case "notNumber":
      return undefined;
  }
}
