import { createRule, type RuleContext } from "../src/create-rule.ts";
import { lintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  nextFreeId,
  usedIds,
  type ServerConfig,
  type ServerConfigs,
} from "../src/registries/server-configs.ts";
import type { Range } from "../src/source/syntax-tree.ts";
import { quoted } from "../src/wording.ts";

type MessageIds = "duplicate" | "legacy" | "notInteger" | "useFreeId";

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
        "{{server}} has the id {{id}}, which {{other}}{{line}} already has. Agents store servers by id, so with two of one id they reach the wrong tools. Give the newer server a free id{{free}}.",
      legacy:
        "{{server}} has the id {{id}}, which a removed server had: it is in LEGACY_INTERNAL_MCP_SERVER_IDS{{line}}. Old conversations still refer to it. Take an id that was never used{{free}}.",
      notInteger:
        "{{server}} has the id {{id}}, but ids are whole numbers from 1 up. Take a free one{{free}}.",
      useFreeId: "Use the next free id, {{id}}.",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const { registries } = lintedFile(context);
        if (
          registries?.role === "constants" &&
          registries.constants.status === "read" &&
          registries.constants.value.configs
        ) {
          checkIds(registries.constants.value.configs, context);
        }
      },
    };
  },
});

function checkIds(
  registry: ServerConfigs,
  context: RuleContext<MessageIds>,
): void {
  const owners = new Map<number, ServerConfig>();
  const legacy = new Map(registry.legacyIds.map((id) => [id.value, id.range]));
  for (const config of liveConfigs(registry)) {
    const { id } = config;
    if (!id) {
      continue;
    }
    const owner = owners.get(id.value);
    if (!Number.isInteger(id.value) || id.value < 1) {
      report({ config, messageId: "notInteger" }, registry, context);
    } else if (owner) {
      // Of two, the one in this file is reported.
      const [other, here] = config.key ? [owner, config] : [config, owner];
      report(
        {
          config: here,
          messageId: "duplicate",
          other:
            other.name === undefined ? "another server" : quoted(other.name),
          line: lineOf(other.key, context),
        },
        registry,
        context,
      );
    } else {
      owners.set(id.value, config);
      if (legacy.has(id.value)) {
        const line = lineOf(legacy.get(id.value), context);
        report({ config, messageId: "legacy", line }, registry, context);
      }
    }
  }
}

/** Of two entries with one key only the later one counts at run time. */
function liveConfigs({ configs }: ServerConfigs): readonly ServerConfig[] {
  const last = new Map(configs.map((config) => [config.name, config]));
  return configs.filter(
    (config) => config.name === undefined || last.get(config.name) === config,
  );
}

function lineOf(
  range: Range | undefined,
  context: RuleContext<MessageIds>,
): string {
  return range
    ? ` (line ${String(locationOf(context, range).start.line)})`
    : "";
}

interface Problem {
  readonly config: ServerConfig;
  readonly messageId: Exclude<MessageIds, "useFreeId">;
  readonly other?: string;
  readonly line?: string;
}

function report(
  { config, line = "", messageId, other = "" }: Problem,
  registry: ServerConfigs,
  context: RuleContext<MessageIds>,
): void {
  const { id, key } = config;
  const place = id?.range ?? key;
  if (!id || !place) {
    return;
  }
  const { literal } = id;
  const free = registry.idsOpen
    ? undefined
    : nextFreeId(id.value, usedIds(registry));
  context.report({
    loc: locationOf(context, place),
    messageId,
    data: {
      server: serverName(config),
      id: id.value,
      other,
      line,
      free: free === undefined ? "" : `, such as ${String(free)}`,
    },
    suggest:
      literal && free !== undefined
        ? [
            {
              messageId: "useFreeId",
              data: { id: free },
              fix: (fixer) => fixer.replaceTextRange(literal, String(free)),
            },
          ]
        : [],
  });
}

function serverName({ name }: ServerConfig): string {
  return name === undefined ? "This server" : quoted(name);
}
