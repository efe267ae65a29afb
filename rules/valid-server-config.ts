import {
  configNameProblems,
  configNameProblemsThere,
} from "../src/problems/config-names.ts";
import {
  configProblems,
  instanceProblemsThere,
  questionsOf,
  type ConfigProblem,
} from "../src/problems/configs.ts";
import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { configNamed } from "../src/registries/config-index.ts";
import type { Registries } from "../src/registries/registries.ts";
import { knownDefinitions } from "../src/registries/registration.ts";
import { valueOf } from "../src/registries/registry.ts";
import {
  serverConfigsObject,
  type ServerConfigs,
} from "../src/registries/server-configs.ts";
import { troubleWording } from "../src/registry-wording.ts";
import { declaredName } from "../src/source/declared-name.ts";
import { fileName } from "../src/wording.ts";

type MessageIds =
  | "allowMultiple"
  | "gone"
  | "openPreview"
  | "singleInstance"
  | "singleInstanceThere"
  | "unknownAvailability"
  | "unknownFlag"
  | "unknownParameter"
  | "unknownTool"
  | "unreadableFlags"
  | "write";

export const validServerConfig = createRule<MessageIds, object>({
  name: "valid-server-config",
  meta: {
    type: "problem",
    docs: {
      description:
        "require the config of a server to fit the server and the host",
      presets: { recommended: true, strict: true },
      registries: ["constants"],
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {},
    messages: {
      unknownAvailability:
        "{{server}} has the availability {{value}}, which the host does not know, so nobody can tell which workspaces get it. Write {{values}}.",
      singleInstance:
        "Users sign in to {{server}} with OAuth{{provider}}, so a workspace may need it once per account. Set `allowMultipleInstances` to true.",
      singleInstanceThere:
        "Users sign in to {{server}} with OAuth, so a workspace may need it once per account. Set `allowMultipleInstances` to true in its config ({{where}}).",
      allowMultiple: "Set `allowMultipleInstances` to true.",
      openPreview:
        "{{server}} is a preview, but nothing restricts it, so every workspace gets it. Restrict it to a feature flag with `isRestricted`, or set `isPreview` to false once it is ready for all.",
      unknownFlag:
        "{{server}} is restricted to the feature flag {{flag}}, which {{file}} does not list, so nobody can turn it on.{{meant}} Name a flag of that list, or add this one to it.",
      unknownTool:
        "This entry of `{{field}}` has no effect: {{server}}{{definition}} has no tool called {{tool}}.{{meant}} Name a tool that exists, or remove the entry.",
      unknownParameter:
        "This entry of `{{field}}` has no effect: {{tool}} of {{server}}{{definition}} has no parameter called {{parameter}}.{{meant}} Name a parameter that exists, or remove the entry.",
      gone: "The config of {{server}} ({{where}}) names {{what}} in `{{field}}`, but there is none of that name here, so the entry there has no effect.{{meant}} Rename or remove it there.",
      unreadableFlags:
        'Nobody can tell whether the feature flags of these servers exist: {{file}}, which settings["mcp-runbook"].featureFlags names, {{trouble}}. Correct the setting or the file, or set it to false.',
      write: "Write {{value}}.",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { registries } = linted;
        const configs = registries && valueOf(registries.constants)?.configs;
        if (!configs) {
          return;
        }
        if (registries.role === "constants") {
          checkConfigs(configs, registries, linted, context);
        } else {
          checkDefinitions(configs, registries, linted, context);
        }
      },
    };
  },
});

function checkConfigs(
  configs: ServerConfigs,
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  reportUnreadableFlags(registries, linted, context);
  for (const question of questionsOf(configs, registries, linted)) {
    report(configProblems(question), context);
    report(configNameProblems(question), context);
  }
}

function checkDefinitions(
  configs: ServerConfigs,
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  for (const definition of knownDefinitions(registries.definitions)) {
    const config = configNamed(configs, definition.serverName);
    if (config) {
      const asked = [definition, config, registries, linted] as const;
      report(instanceProblemsThere(...asked), context);
      report(configNameProblemsThere(...asked), context);
    }
  }
}

function report(
  problems: readonly ConfigProblem[],
  context: RuleContext<MessageIds>,
): void {
  for (const { data, fix, messageId, range, suggestions } of problems) {
    context.report({
      loc: locationOf(context, range),
      messageId,
      data,
      fix: fix ? fixWith(fix) : null,
      suggest: (suggestions ?? []).map(({ edits, ...suggestion }) => ({
        ...suggestion,
        fix: fixWith(edits),
      })),
    });
  }
}

function reportUnreadableFlags(
  { featureFlags }: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  if (featureFlags.status === "trouble") {
    const place = declaredName(linted.file, serverConfigsObject) ?? [0, 0];
    context.report({
      loc: locationOf(context, place),
      messageId: "unreadableFlags",
      data: {
        file: fileName(featureFlags.file, linted),
        trouble: troubleWording(featureFlags.trouble),
      },
    });
  }
}
