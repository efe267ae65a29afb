import { createRule, type RuleContext } from "../src/create-rule.ts";
import { lintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import {
  nextFreeId,
  readServerConfigs,
  type ServerConfig,
  type ServerConfigs,
} from "../src/registries/server-configs.ts";
import { readModuleValues } from "../src/source/module-values.ts";
import { quoted } from "../src/wording.ts";

type MessageIds = "duplicate" | "legacy" | "notInteger" | "useFreeId";

export const uniqueServerId = createRule<MessageIds, object>({
  name: "unique-server-id",
  meta: {
    type: "problem",
    docs: {
      description: "require every server's id to be an integer of its own",
      presets: { recommended: true, strict: true },
    },
    hasSuggestions: true,
    messages: {
      duplicate:
        "{{server}} has the id {{id}}, which {{other}} (line {{line}}) already has. Agents store servers by id, so with two of one id they reach the wrong tools. Give the newer server a free id{{free}}.",
      legacy:
        "{{server}} has the id {{id}}, which a removed server had (LEGACY_INTERNAL_MCP_SERVER_IDS, line {{line}}). Old conversations still refer to it. Take an id that was never used{{free}}.",
      notInteger:
        "{{server}} has the id {{id}}; ids are whole numbers from 1 up. Take a free one{{free}}.",
      useFreeId: "Use the next free id, {{id}}.",
    },
    schema: {},
  },
  defaults: {},
  create(context) {
    return {
      Program() {
        const { file, lookup, settings } = lintedFile(context);
        const path = file.path.replaceAll("\\", "/");
        if (!path.endsWith(`/${settings.constants}`)) {
          return;
        }
        const registry = readServerConfigs(readModuleValues(file), lookup);
        if (registry) {
          checkIds(registry, context);
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
  const lineOf = (range: readonly [number, number]): number =>
    locationOf(context, range).start.line;

  for (const config of registry.configs) {
    const { id } = config;
    if (!id) {
      continue;
    }
    const owner = owners.get(id.value);
    const retired = legacy.get(id.value);
    const data = { server: serverName(config), id: id.value };
    if (!Number.isInteger(id.value) || id.value < 1) {
      report(config, "notInteger", data, registry, context);
    } else if (owner) {
      report(
        config,
        "duplicate",
        { ...data, other: serverName(owner), line: lineOf(owner.key) },
        registry,
        context,
      );
    } else {
      owners.set(id.value, config);
      if (retired) {
        const line = lineOf(retired);
        report(config, "legacy", { ...data, line }, registry, context);
      }
    }
  }
}

function report(
  { id, key }: ServerConfig,
  messageId: Exclude<MessageIds, "useFreeId">,
  data: Readonly<Record<string, string | number>>,
  registry: ServerConfigs,
  context: RuleContext<MessageIds>,
): void {
  // With configs that can't be read there is no telling which id is free.
  const free = registry.open ? undefined : nextFreeId(id?.value ?? 0, registry);
  const literal = id?.literal;
  context.report({
    loc: locationOf(context, literal ?? key),
    messageId,
    data: { ...data, free: free === undefined ? "" : `, such as ${String(free)}` },
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
