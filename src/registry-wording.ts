import type { LintedFile } from "./linted-file.ts";
import type { NamedDefinition } from "./registries/inventory.ts";
import type { Lack } from "./registries/list-differences.ts";
import type { NamedEntry } from "./registries/named-entries.ts";
import {
  knownDefinitions,
  type KnownDefinition,
} from "./registries/registration.ts";
import type { Registry, RegistryName, Trouble } from "./registries/registry.ts";
import type {
  ConfigId,
  ServerConfig,
  TextId,
} from "./registries/server-configs.ts";
import type { Exported } from "./registries/server-parts.ts";
import { fileName, quoted } from "./wording.ts";

/**
 * What stands in the way of a registry, as the end of a sentence that starts
 * with its file: "is missing".
 */
export function troubleWording(trouble: Trouble): string {
  switch (trouble.kind) {
    case "missing":
      return "is missing";
    case "not-a-file":
      return "is not a file";
    case "outside":
      return "lies outside the workspace, so it is not read";
    case "too-large":
      return `is too large to be read (${megabytes(trouble.size)} MB, and the limit is ${megabytes(trouble.limit)} MB)`;
    case "unreadable":
      return `cannot be read (${trouble.reason})`;
    case "not-parsed":
      return trouble.conflict
        ? `holds an unresolved merge conflict (line ${String(trouble.line)})`
        : `cannot be parsed (line ${String(trouble.line)}: ${trouble.reason.replace(/\.$/, "")})`;
    case "wrong-form":
      return `has the wrong form (line ${String(trouble.line)}: ${trouble.reason})`;
    case "unrecognised":
      return `holds no ${trouble.wanted.replace(/^an? /, "").replace(/ or an? /, " and no ")}`;
  }
}

/** What to do about it, naming the setting that points elsewhere. */
export function troubleAdvice(trouble: Trouble, setting: RegistryName): string {
  const elsewhere = `If the file is elsewhere, say where in settings["mcp-runbook"].${setting}${setting === "idSnapshot" ? "" : "; if the repository has none, set it to false"}.`;
  switch (trouble.kind) {
    case "not-parsed":
      return trouble.conflict ? "Resolve the conflict." : "Repair the file.";
    case "wrong-form":
      return "Repair the file.";
    case "unreadable":
      return "See that it can be read.";
    case "too-large":
      return "Nobody wrote a file of this size: see what is in it.";
    case "outside":
      return 'Move it below the workspace root, or name that root in settings["mcp-runbook"].root.';
    default:
      return elsewhere;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}

/** Why a server whose export is called like another one is not written. */
export function clashWording(
  exported: Exported | undefined,
): string | undefined {
  if (!exported) {
    return undefined;
  }
  const { importedAs, name } = exported;
  return importedAs === undefined
    ? ` \`--fix\` leaves it to you: the server exports ${name}, a name that this file uses for something else. Call it otherwise.`
    : ` \`--fix\` leaves it to you: the server's default export would be called ${importedAs} here, a name that this file uses for something else. Import it under another one.`;
}

/** Where a server is defined: "lib/api/actions/servers/x/metadata.ts, line 3". */
export function definedAt(
  { file, line }: NamedDefinition,
  linted: Pick<LintedFile, "roots">,
): string {
  return `${fileName(file, linted)}, line ${String(line)}`;
}

/** Where a config stands: "lib/constants.ts, line 3". */
export function configAt(
  { line, located }: ServerConfig,
  linted: Pick<LintedFile, "roots">,
): string {
  return `${fileName(located.module.path, linted)}, line ${String(line)}`;
}

/** Where the id of a config stands, in the same form. */
export function idAt(
  { file, line }: ConfigId | TextId,
  linted: Pick<LintedFile, "roots">,
): string {
  return `${fileName(file, linted)}, line ${String(line)}`;
}

/** A server that the linted file defines, and what a registry says of it. */
export interface DefinitionProblem {
  readonly definition: KnownDefinition;
  readonly messageId: "misspeltThere" | "unreadable" | "unregistered";
  readonly data: Readonly<
    Record<"advice" | "file" | "server" | "trouble" | "written", string>
  >;
}

/**
 * The servers of the linted file that a registry surely lacks, or that can't be
 * looked up because the registry can't be read.
 *
 * @param lackIn asked when the registry could be read
 */
export function definitionProblems<T>(
  registry: Registry<T>,
  setting: RegistryName,
  linted: LintedFile,
  lackIn: (registry: T, server: string) => Lack | undefined,
): readonly DefinitionProblem[] {
  if (registry.status === "off") {
    return [];
  }
  const { file, status } = registry;
  const trouble = status === "trouble" ? registry.trouble : undefined;
  const definitions = knownDefinitions(linted.registries?.definitions ?? []);
  return definitions.flatMap((definition): DefinitionProblem[] => {
    const { serverName } = definition;
    const lack =
      status === "read" ? lackIn(registry.value, serverName) : undefined;
    return trouble || lack
      ? [
          {
            definition,
            messageId: trouble
              ? "unreadable"
              : lack?.misspelt
                ? "misspeltThere"
                : "unregistered",
            data: {
              server: quoted(serverName),
              file: fileName(file, linted),
              trouble: trouble ? troubleWording(trouble) : "",
              advice: trouble ? troubleAdvice(trouble, setting) : "",
              written: lack?.misspelt ? entryWording(lack.misspelt) : "",
            },
          },
        ]
      : [];
  });
}

/** An entry of a file that the message names: "'gihtub' (line 3)". */
export function entryWording({ isOwn, line, name = "" }: NamedEntry): string {
  return isOwn ? `${quoted(name)} (line ${String(line)})` : quoted(name);
}
