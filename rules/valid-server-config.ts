import { closestName } from "../src/closest-name.ts";
import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { completeText, type Place } from "../src/mcp/model.ts";
import {
  byHand,
  declaredAvailabilities,
} from "../src/registries/availabilities.ts";
import {
  configFields,
  providerOf,
  type ConfigFields,
} from "../src/registries/config-fields.ts";
import {
  namesTools,
  unknownNames,
  type UnknownName,
} from "../src/registries/config-tool-names.ts";
import { flagsAskedFor } from "../src/registries/feature-flags.ts";
import { configMismatches } from "../src/registries/name-mismatches.ts";
import type { Registries } from "../src/registries/registries.ts";
import {
  knownDefinitions,
  type KnownDefinition,
} from "../src/registries/registration.ts";
import { configNamed, liveConfigs } from "../src/registries/config-index.ts";
import {
  serverConfigsObject,
  type ServerConfig,
  type ServerConfigs,
} from "../src/registries/server-configs.ts";
import {
  configAt,
  definedAt,
  troubleWording,
} from "../src/registry-wording.ts";
import { declaredName } from "../src/source/declared-name.ts";
import { renameKey } from "../src/source/property-key.ts";
import { editSource, type SourceEdit } from "../src/source/replace-text.ts";
import type { StaticText } from "../src/source/static-text.ts";
import type { Range } from "../src/source/syntax-tree.ts";
import { closestLevel } from "../src/stake-levels.ts";
import { alternatives, fileName, quoted } from "../src/wording.ts";

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
        const configs =
          registries?.constants.status === "read"
            ? registries.constants.value.configs
            : undefined;
        if (!registries || !configs) {
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

/** What the checks of one config share. */
interface Check {
  readonly server: string;
  readonly fields: ConfigFields;
  readonly linted: LintedFile;
  readonly registries: Registries;
  readonly context: RuleContext<MessageIds>;
  /** Where to report a value: at the config's key when it stands elsewhere. */
  readonly rangeOf: (place: Place) => Range;
}

function checkConfigs(
  configs: ServerConfigs,
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const { file, lookup, values } = linted;
  const declared = declaredAvailabilities(file, values, lookup);
  reportUnreadableFlags(registries, linted, context);
  for (const config of liveConfigs(configs)) {
    const { key, name: server } = config;
    const fields = configFields(config, lookup);
    if (server === undefined || !key || !fields) {
      continue;
    }
    const check: Check = {
      server,
      fields,
      linted,
      registries,
      context,
      rangeOf: (place) => (place.file === file.path ? place.range : key),
    };
    checkAvailability(declared, check);
    checkPreview(check);
    checkFlags(check);
    if (holdsOther(config, registries)) {
      continue;
    }
    checkInstances(check);
    const tools = registries.configTools(config);
    for (const unknown of unknownNames(config, tools, lookup)) {
      reportName(unknown, check);
    }
  }
}

/** What does not fit another server's object is that object's fault. */
function holdsOther(config: ServerConfig, registries: Registries): boolean {
  return configMismatches(registries).some(
    ({ blame, key }) => blame === "object" && key === config.name,
  );
}

function checkAvailability(
  declared: readonly string[],
  { context, fields, linted, rangeOf, server }: Check,
): void {
  const { availability } = fields;
  const value = completeText(availability);
  if (
    availability.kind !== "known" ||
    value === undefined ||
    declared.includes(value)
  ) {
    return;
  }
  const meant = closestLevel(value, declared);
  const edit = (name: string): readonly SourceEdit[] | undefined =>
    replaceWith(availability.value, name, linted);
  // No fix publishes a server: only what an admin has to add is written unread.
  const fix = meant === byHand ? edit(meant) : undefined;
  context.report({
    loc: locationOf(context, rangeOf(availability.place)),
    messageId: "unknownAvailability",
    data: {
      server: quoted(server),
      value: quoted(value),
      values: alternatives(meant === undefined ? declared : [meant]),
    },
    fix: fix ? fixWith(fix) : null,
    suggest: fix
      ? []
      : (meant === undefined ? declared : [meant]).flatMap((name) =>
          writing(name, edit(name)),
        ),
  });
}

function checkInstances({
  context,
  fields,
  linted,
  rangeOf,
  server,
}: Check): void {
  const { allowMultipleInstances: several, authorization } = fields;
  if (
    several.kind !== "known" ||
    several.value ||
    authorization.kind !== "known"
  ) {
    return;
  }
  const { file, range } = several.place;
  const provider = completeText(providerOf(authorization.value, linted.lookup));
  context.report({
    loc: locationOf(context, rangeOf(several.place)),
    messageId: "singleInstance",
    data: {
      server: quoted(server),
      provider: provider === undefined ? "" : ` (${provider})`,
    },
    suggest:
      file === linted.file.path && linted.file.text.slice(...range) === "false"
        ? [
            {
              messageId: "allowMultiple",
              fix: fixWith([{ range, text: "true" }]),
            },
          ]
        : [],
  });
}

function checkPreview({ context, fields, rangeOf, server }: Check): void {
  const { flag, isPreview, isRestricted } = fields;
  if (
    isPreview.kind === "known" &&
    isPreview.value &&
    isRestricted.kind === "absent" &&
    flag.kind === "absent"
  ) {
    context.report({
      loc: locationOf(context, rangeOf(isPreview.place)),
      messageId: "openPreview",
      data: { server: quoted(server) },
    });
  }
}

function checkFlags(check: Check): void {
  const { context, fields, linted, rangeOf, registries, server } = check;
  const { featureFlags } = registries;
  if (featureFlags.status !== "read" || featureFlags.value.open) {
    return;
  }
  const { names } = featureFlags.value;
  for (const flag of flagsOf(fields, linted)) {
    if (names.has(flag.text)) {
      continue;
    }
    const meant = closestName(flag.text, names);
    const { module, range } = flag;
    context.report({
      loc: locationOf(context, rangeOf({ file: module.path, range })),
      messageId: "unknownFlag",
      data: {
        server: quoted(server),
        flag: quoted(flag.text),
        file: fileName(featureFlags.file, linted),
        meant: didYouMean(meant),
      },
      suggest:
        meant === undefined
          ? []
          : writing(meant, replaceWith(flag, meant, linted)),
    });
  }
}

function flagsOf(
  { flag, isRestricted }: ConfigFields,
  { file, lookup, values }: LintedFile,
): readonly StaticText[] {
  const own = flag.kind === "known" && flag.value.complete ? [flag.value] : [];
  const restriction =
    isRestricted.kind === "known" &&
    isRestricted.value.module.path === file.path
      ? isRestricted.value.value
      : undefined;
  return restriction?.kind === "function"
    ? [...own, ...flagsAskedFor(file, values, restriction.range, lookup)]
    : own;
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

function reportName(unknown: UnknownName, check: Check): void {
  const { context, linted, rangeOf, registries, server } = check;
  const { field, key, tool } = unknown.named;
  const [definition] = registries.inventory.servers.get(server) ?? [];
  const data = {
    field,
    server: quoted(server),
    tool: quoted(tool),
    definition: definition ? ` (${definedAt(definition, linted)})` : "",
  };
  const meant = closestName(writtenName(unknown), unknown.candidates);
  const place = unknown.kind === "tool" ? key : unknown.parameter.place;
  const edits =
    meant === undefined
      ? undefined
      : unknown.kind === "parameter"
        ? replaceWith(unknown.parameter.text, meant, linted)
        : renamed(key, meant, linted);
  context.report({
    loc: locationOf(context, rangeOf(place)),
    messageId: unknown.kind === "tool" ? "unknownTool" : "unknownParameter",
    data: {
      ...data,
      meant: didYouMean(meant),
      ...(unknown.kind === "parameter"
        ? { parameter: quoted(unknown.parameter.text.text) }
        : {}),
    },
    suggest: meant === undefined ? [] : writing(meant, edits),
  });
}

/** Likewise: users may sign in to it since a moment ago. */
function checkInstancesThere(
  { place, serverName }: KnownDefinition,
  config: ServerConfig,
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  const fields = configFields(config, linted.lookup);
  const several = fields?.allowMultipleInstances;
  if (
    several?.kind === "known" &&
    !several.value &&
    fields?.authorization.kind === "known" &&
    fields.authorization.place.file === linted.file.path &&
    !holdsOther(config, registries)
  ) {
    context.report({
      loc: locationOf(context, place),
      messageId: "singleInstanceThere",
      data: {
        server: quoted(serverName),
        where: configAt(config, linted),
      },
    });
  }
}

/** The same at the definition: the tool may just have been renamed there. */
function checkDefinitions(
  configs: ServerConfigs,
  registries: Registries,
  linted: LintedFile,
  context: RuleContext<MessageIds>,
): void {
  for (const definition of knownDefinitions(registries.definitions)) {
    const { place, serverName } = definition;
    const config = configNamed(configs, serverName);
    if (config && definition.usesOAuth === true) {
      checkInstancesThere(definition, config, registries, linted, context);
    }
    // Most configs name no tools: then nothing else has to be read.
    if (!config || !namesTools(config, linted.lookup)) {
      continue;
    }
    const tools = registries.configTools(config);
    const unknowns = unknownNames(config, tools, linted.lookup);
    if (unknowns.length === 0 || holdsOther(config, registries)) {
      continue;
    }
    for (const unknown of unknowns) {
      const { field, key, line, tool } = unknown.named;
      const at = unknown.kind === "tool" ? line : unknown.parameter.line;
      const meant = closestName(writtenName(unknown), unknown.candidates);
      context.report({
        loc: locationOf(context, place),
        messageId: "gone",
        data: {
          what:
            unknown.kind === "tool"
              ? `the tool ${quoted(tool)}`
              : `the parameter ${quoted(unknown.parameter.text.text)} of ${quoted(tool)}`,
          server: quoted(serverName),
          field,
          where: `${fileName(key.file, linted)}, line ${String(at)}`,
          meant: didYouMean(meant),
        },
      });
    }
  }
}

function writtenName(unknown: UnknownName): string {
  return unknown.kind === "tool"
    ? unknown.named.tool
    : unknown.parameter.text.text;
}

function didYouMean(name: string | undefined): string {
  return name === undefined ? "" : ` Did you mean ${quoted(name)}?`;
}

function renamed(
  key: Place,
  name: string,
  { file }: LintedFile,
): readonly SourceEdit[] | undefined {
  const edit =
    key.file === file.path ? renameKey(file, key.range, name) : undefined;
  return edit && [edit];
}

function replaceWith(
  text: StaticText,
  name: string,
  { file }: LintedFile,
): readonly SourceEdit[] | undefined {
  return editSource(file, text, [
    { start: 0, end: text.text.length, text: name },
  ]);
}

function writing(name: string, edits: readonly SourceEdit[] | undefined) {
  return edits
    ? [
        {
          messageId: "write" as const,
          data: { value: quoted(name) },
          fix: fixWith(edits),
        },
      ]
    : [];
}
