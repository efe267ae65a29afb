import { closestName } from "../closest-name.ts";
import {
  holdsOther,
  replaceWith,
  writing,
  type ConfigProblem,
  type ConfigQuestion,
} from "./configs.ts";
import type { LintedFile } from "../linted-file.ts";
import type { Place } from "../mcp/model.ts";
import {
  unknownNames,
  type UnknownName,
} from "../registries/config-tool-names.ts";
import type { Registries } from "../registries/registries.ts";
import type { KnownDefinition } from "../registries/registration.ts";
import type { ServerConfig } from "../registries/server-configs.ts";
import { definedAt } from "../registry-wording.ts";
import { renameKey } from "../source/property-key.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import { didYouMean, fileName, quoted } from "../wording.ts";

// The tools and parameters that a config names.

/** Names of a config in the linted constants that its server doesn't have. */
export function configNameProblems(
  question: ConfigQuestion,
): readonly ConfigProblem[] {
  const { config, linted, registries } = question;
  return holdsOther(config, registries)
    ? []
    : unknownNames(config, registries.configTools, linted.lookup).map(
        (unknown) => nameProblem(unknown, question),
      );
}

function nameProblem(
  unknown: UnknownName,
  { linted, rangeOf, registries, server }: ConfigQuestion,
): ConfigProblem {
  const { field, key, tool } = unknown.named;
  const [definition] = registries.inventory.servers.get(server) ?? [];
  const meant = closestName(writtenName(unknown), unknown.candidates);
  const data = {
    field,
    server: quoted(server),
    tool: quoted(tool),
    definition: definition ? ` (${definedAt(definition, linted)})` : "",
    meant: didYouMean(meant),
  };
  const suggest = (
    edits: (name: string) => readonly SourceEdit[] | undefined,
  ): ConfigProblem["suggestions"] & object =>
    meant === undefined ? [] : writing(meant, edits(meant));
  if (unknown.kind === "tool") {
    return {
      range: rangeOf(key),
      messageId: "unknownTool",
      data,
      suggestions: suggest((name) => renamed(key, name, linted)),
    };
  }
  const { place, text } = unknown.parameter;
  return {
    range: rangeOf(place),
    messageId: "unknownParameter",
    data: { ...data, parameter: quoted(text.text) },
    suggestions: suggest((name) => replaceWith(text, name, linted)),
  };
}

/** The same at the definition: the tool may just have been renamed there. */
export function configNameProblemsThere(
  { place, serverName }: KnownDefinition,
  config: ServerConfig,
  registries: Registries,
  linted: LintedFile,
): readonly ConfigProblem[] {
  const unknowns = unknownNames(config, registries.configTools, linted.lookup);
  if (unknowns.length === 0 || holdsOther(config, registries)) {
    return [];
  }
  return unknowns.map((unknown) => {
    const { field, key, line, tool } = unknown.named;
    const at = unknown.kind === "tool" ? line : unknown.parameter.line;
    const meant = closestName(writtenName(unknown), unknown.candidates);
    return {
      range: place,
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
    };
  });
}

function writtenName(unknown: UnknownName): string {
  return unknown.kind === "tool"
    ? unknown.named.tool
    : unknown.parameter.text.text;
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
