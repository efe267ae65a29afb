import { closestName } from "../closest-name.ts";
import type { LintedFile } from "../linted-file.ts";
import { completeText, type Place } from "../mcp/model.ts";
import {
  byHand,
  declaredAvailabilities,
} from "../registries/availabilities.ts";
import {
  configFields,
  providerOf,
  type ConfigFields,
} from "../registries/config-fields.ts";
import { flagsAskedFor } from "../registries/feature-flags.ts";
import { liveConfigs } from "../registries/config-index.ts";
import { configMismatches } from "../registries/name-mismatches.ts";
import type { Registries } from "../registries/registries.ts";
import type { KnownDefinition } from "../registries/registration.ts";
import type {
  ServerConfig,
  ServerConfigs,
} from "../registries/server-configs.ts";
import { configAt } from "../registry-wording.ts";
import { editSource, type SourceEdit } from "../source/replace-text.ts";
import type { StaticText } from "../source/static-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { closestLevel } from "../stake-levels.ts";
import { alternatives, didYouMean, fileName, quoted } from "../wording.ts";

type Data = Readonly<Record<string, string>>;

export interface ConfigProblem {
  readonly range: Range;
  readonly messageId:
    | "gone"
    | "openPreview"
    | "singleInstance"
    | "singleInstanceThere"
    | "unknownAvailability"
    | "unknownFlag"
    | "unknownParameter"
    | "unknownTool";
  readonly data: Data;
  readonly fix?: readonly SourceEdit[] | undefined;
  readonly suggestions?: readonly {
    readonly messageId: "allowMultiple" | "write";
    readonly data?: Data;
    readonly edits: readonly SourceEdit[];
  }[];
}

/** What is asked about one config of the linted constants. */
export interface ConfigQuestion {
  /** Those that the host knows. */
  readonly availabilities: readonly string[];
  readonly server: string;
  readonly config: ServerConfig;
  readonly fields: ConfigFields;
  readonly linted: LintedFile;
  readonly registries: Registries;
  /** Where to report a value: at the config's key when it stands elsewhere. */
  readonly rangeOf: (place: Place) => Range;
}

/** The configs that count at run time and are spelt out in the linted file. */
export function questionsOf(
  configs: ServerConfigs,
  registries: Registries,
  linted: LintedFile,
): readonly ConfigQuestion[] {
  const { file, lookup, values } = linted;
  const availabilities = declaredAvailabilities(file, values, lookup);
  return liveConfigs(configs).flatMap((config): ConfigQuestion[] => {
    const { key, name: server } = config;
    const fields = configFields(config, lookup);
    if (server === undefined || !key || !fields) {
      return [];
    }
    const rangeOf = (place: Place): Range =>
      place.file === file.path ? place.range : key;
    return [
      { availabilities, config, fields, linted, rangeOf, registries, server },
    ];
  });
}

/** What in a config does not fit the host or the server itself. */
export function configProblems(
  question: ConfigQuestion,
): readonly ConfigProblem[] {
  return [
    ...availabilityProblems(question),
    ...previewProblems(question),
    ...flagProblems(question),
    ...instanceProblems(question),
  ];
}

/** What does not fit another server's object is that object's fault. */
export function holdsOther(
  config: ServerConfig,
  registries: Registries,
): boolean {
  return configMismatches(registries).some(
    ({ blame, key }) => blame === "object" && key === config.name,
  );
}

function availabilityProblems({
  availabilities,
  fields,
  linted,
  rangeOf,
  server,
}: ConfigQuestion): readonly ConfigProblem[] {
  const { availability } = fields;
  const value = completeText(availability);
  if (
    availability.kind !== "known" ||
    value === undefined ||
    availabilities.includes(value)
  ) {
    return [];
  }
  const meant = closestLevel(value, availabilities);
  const edit = (name: string): readonly SourceEdit[] | undefined =>
    replaceWith(availability.value, name, linted);
  // No fix publishes a server: only what an admin has to add is written unread.
  const fix = meant === byHand ? edit(meant) : undefined;
  return [
    {
      range: rangeOf(availability.place),
      messageId: "unknownAvailability",
      data: {
        server: quoted(server),
        value: quoted(value),
        values: alternatives(meant === undefined ? availabilities : [meant]),
      },
      fix,
      suggestions: fix
        ? []
        : (meant === undefined ? availabilities : [meant]).flatMap((name) =>
            writing(name, edit(name)),
          ),
    },
  ];
}

function previewProblems({
  fields,
  rangeOf,
  server,
}: ConfigQuestion): readonly ConfigProblem[] {
  const { flag, isPreview, isRestricted } = fields;
  return isPreview.kind === "known" &&
    isPreview.value &&
    isRestricted.kind === "absent" &&
    flag.kind === "absent"
    ? [
        {
          range: rangeOf(isPreview.place),
          messageId: "openPreview",
          data: { server: quoted(server) },
        },
      ]
    : [];
}

function flagProblems({
  fields,
  linted,
  rangeOf,
  registries,
  server,
}: ConfigQuestion): readonly ConfigProblem[] {
  const { featureFlags } = registries;
  if (featureFlags.status !== "read" || featureFlags.value.open) {
    return [];
  }
  const { file: list, value } = featureFlags;
  return flagsOf(fields, linted)
    .filter(({ text }) => !value.names.has(text))
    .map((flag) => {
      const meant = closestName(flag.text, value.names);
      return {
        range: rangeOf({ file: flag.module.path, range: flag.range }),
        messageId: "unknownFlag",
        data: {
          server: quoted(server),
          flag: quoted(flag.text),
          file: fileName(list, linted),
          meant: didYouMean(meant),
        },
        suggestions:
          meant === undefined
            ? []
            : writing(meant, replaceWith(flag, meant, linted)),
      };
    });
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

function instanceProblems({
  config,
  fields,
  linted,
  rangeOf,
  registries,
  server,
}: ConfigQuestion): readonly ConfigProblem[] {
  const { allowMultipleInstances: several } = fields;
  if (
    several.kind !== "known" ||
    several.value ||
    isOpenToAll(config, registries)
  ) {
    return [];
  }
  const authorization = fields.authorization();
  if (authorization.kind !== "known" || holdsOther(config, registries)) {
    return [];
  }
  const { file, range } = several.place;
  const provider = completeText(providerOf(authorization.value, linted.lookup));
  const isWritten =
    file === linted.file.path && linted.file.text.slice(...range) === "false";
  return [
    {
      range: rangeOf(several.place),
      messageId: "singleInstance",
      data: {
        server: quoted(server),
        provider: provider === undefined ? "" : ` (${provider})`,
      },
      suggestions: isWritten
        ? [{ messageId: "allowMultiple", edits: [{ range, text: "true" }] }]
        : [],
    },
  ];
}

/** Whether nobody has to sign in, by what is kept of the server's own file. */
function isOpenToAll(
  config: ServerConfig,
  { inventory, targetOf }: Registries,
): boolean {
  const target = targetOf(config);
  return (
    target.kind === "server" &&
    inventory.servers
      .get(target.name)
      ?.some(
        ({ file, usesOAuth }) => file === target.file && usesOAuth === false,
      ) === true
  );
}

/** The same at the definition: users may sign in to it since a moment ago. */
export function instanceProblemsThere(
  { place, serverName, usesOAuth }: KnownDefinition,
  config: ServerConfig,
  registries: Registries,
  linted: LintedFile,
): readonly ConfigProblem[] {
  const fields =
    usesOAuth === true ? configFields(config, linted.lookup) : undefined;
  const several = fields?.allowMultipleInstances;
  const authorization =
    several?.kind === "known" && !several.value
      ? fields?.authorization()
      : undefined;
  return authorization?.kind === "known" &&
    authorization.place.file === linted.file.path &&
    !holdsOther(config, registries)
    ? [
        {
          range: place,
          messageId: "singleInstanceThere",
          data: {
            server: quoted(serverName),
            where: configAt(config, linted),
          },
        },
      ]
    : [];
}

export function replaceWith(
  text: StaticText,
  name: string,
  { file }: LintedFile,
): readonly SourceEdit[] | undefined {
  return editSource(file, text, [
    { start: 0, end: text.text.length, text: name },
  ]);
}

/** The suggestion of a name; none where it can't be written. */
export function writing(
  name: string,
  edits: readonly SourceEdit[] | undefined,
): NonNullable<ConfigProblem["suggestions"]> {
  return edits
    ? [{ messageId: "write", data: { value: quoted(name) }, edits }]
    : [];
}
