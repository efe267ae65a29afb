import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { logosObject } from "../src/registries/logos.ts";
import { addLogos, missingLogos } from "../src/registries/missing-logos.ts";
import type { Registries } from "../src/registries/registries.ts";
import { writtenInfos } from "../src/registries/server-infos.ts";
import { definedAt } from "../src/registry-wording.ts";
import {
  infoProblems,
  type InfoProblemId,
} from "../src/problems/server-infos.ts";
import { declaredName } from "../src/source/declared-name.ts";
import { quoted } from "../src/wording.ts";

type MessageIds =
  InfoProblemId | "addAuthorization" | "missingLogo" | "useText";

type Context = RuleContext<MessageIds>;

export const validServerInfo = createRule<MessageIds, object>({
  name: "valid-server-info",
  meta: {
    type: "problem",
    docs: {
      description:
        "require what a server says of itself to be complete, and to name what the host has",
      presets: { recommended: true, strict: true },
      registries: ["constants", "logos"],
    },
    fixable: "code",
    hasSuggestions: true,
    schema: {},
    messages: {
      notSemver:
        "{{server}} has the version {{version}}, which is not a semantic version. Clients of the protocol expect one: write three numbers, such as 1.0.0.",
      noDescription:
        "{{server}} has no description, so nobody who picks a server can tell what it is for. Say it in one sentence.",
      noAuthorization:
        "{{server}} does not say whether users have to sign in. Write an `authorization` with its provider, or null when none is needed.",
      addAuthorization: "Say that no one has to sign in.",
      noProvider:
        "{{server}} authorizes with {{provider}}, but there is no {{files}}, so nobody can sign in.{{hint}} Add the provider there first.",
      noProviderModule:
        "{{server}} authorizes with {{provider}}, but {{file}} does not declare its module, so core is built without it and nobody can sign in. Add `pub mod {{module}};` there.",
      missingProviderPlace:
        'Nobody can tell whether users can sign in to {{server}}: {{file}}, which settings["mcp-runbook"].oauth names, {{trouble}}.',
      noUseCase:
        "{{server}} has an authorization for no use case, so nobody can ever use it. Name at least one.",
      unknownUseCase:
        "{{server}} supports {{useCase}}, which is no use case that the host knows. It is one of {{known}}.",
      unknownIcon:
        "{{server}} has the icon {{icon}}, which is neither a logo in PLATFORM_LOGOS ({{file}}) nor an action icon, so a placeholder is shown.{{hint}}",
      unlistedLogo:
        "{{server}} has the icon {{icon}}, which {{index}} exports but PLATFORM_LOGOS ({{file}}) does not hold, so the public page of integrations shows a placeholder. Add it there.",
      unexportedLogo:
        "{{server}} has the icon {{icon}}, which PLATFORM_LOGOS ({{file}}) holds but {{index}} does not export, so it cannot be drawn. Export it there.",
      lostLogo:
        "{{server}} has the icon {{icon}}, which {{index}} exports from a file that is not there. Add the file that draws it.",
      missingLogo:
        "The logo {{icon}} of {{server}} ({{definition}}) is not in this registry, so the public page of integrations shows a placeholder. Add it.",
      unreadableLogos:
        "{{server}} has the icon {{icon}}, and nobody can tell whether it is drawn: {{file}}, the registry of logos, {{trouble}}. {{advice}}",
      badUrl:
        "{{server}} has the documentation URL {{url}}, which nobody can open. Write a URL that starts with https://, or null when there is no page.",
      strangeStakes:
        "The stakes of {{server}} come from other tools ({{stakes}}) than its `tools` ({{tools}}), so its tools are approved by stakes that are not theirs. Compute both from the same metadata.",
      useText: "Write {{text}}.",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { registries } = linted;
        if (registries?.role === "logos") {
          checkLogos(registries, linted, context);
        } else if (registries) {
          checkInfos(registries, linted, context);
        }
      },
    };
  },
});

function checkInfos(
  registries: Registries,
  linted: LintedFile,
  context: Context,
): void {
  for (const written of writtenInfos(registries, linted)) {
    const problems = infoProblems(written, registries, linted);
    for (const { data, messageId, range, suggestion } of problems) {
      context.report({
        loc: locationOf(context, range),
        messageId,
        data,
        suggest: suggestion
          ? [
              {
                messageId: suggestion.messageId,
                data: suggestion.data,
                fix: fixWith(suggestion.edits),
              },
            ]
          : [],
      });
    }
  }
}

function checkLogos(
  registries: Registries,
  linted: LintedFile,
  context: Context,
): void {
  const { logos, registryFile } = registries;
  if (logos.status !== "read") {
    return;
  }
  const missing = missingLogos(logos.value, registries, linted.lookup);
  const edits = addLogos(
    missing.map(({ icon }) => icon),
    logos.value,
    registryFile,
  );
  const anchor = declaredName(linted.file, logosObject) ?? [0, 0];
  missing.forEach(({ definition, icon }, index) => {
    context.report({
      loc: locationOf(context, anchor),
      messageId: "missingLogo",
      data: {
        icon: quoted(icon),
        server: quoted(definition.serverName),
        definition: definedAt(definition, linted),
      },
      // One fix for all of them, so that it lands in one pass.
      fix: index === 0 && edits.length > 0 ? fixWith(edits) : null,
    });
  });
}
