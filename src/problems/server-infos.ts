import { closestName } from "../closest-name.ts";
import type { LintedFile } from "../linted-file.ts";
import { completeText, type Place } from "../mcp/model.ts";
import type { ProviderPlace } from "../registries/oauth-providers.ts";
import type { Registries } from "../registries/registries.ts";
import type { WrittenInfo } from "../registries/server-infos.ts";
import { insertProperty } from "../source/insert-property.ts";
import type { SourceEdit } from "../source/replace-text.ts";
import type { Range } from "../source/syntax-tree.ts";
import { troubleAdvice, troubleWording } from "../registry-wording.ts";
import { alternatives, didYouMean, fileName, quoted } from "../wording.ts";

export type InfoProblemId =
  | "badUrl"
  | "lostLogo"
  | "missingProviderPlace"
  | "noAuthorization"
  | "noDescription"
  | "noProvider"
  | "noProviderModule"
  | "noUseCase"
  | "notSemver"
  | "strangeStakes"
  | "unexportedLogo"
  | "unknownIcon"
  | "unknownUseCase"
  | "unlistedLogo"
  | "unreadableLogos";

export interface InfoProblem {
  readonly messageId: InfoProblemId;
  readonly data: Readonly<Record<string, string>>;
  readonly range: Range;
  readonly suggestion?: {
    readonly messageId: "addAuthorization" | "useText";
    readonly data: Readonly<Record<string, string>>;
    readonly edits: readonly SourceEdit[];
  };
}

/** What the checks of one server ask. */
interface Question extends WrittenInfo {
  readonly registries: Registries;
  readonly linted: LintedFile;
  readonly server: string;
}

/** What is wrong with what a server says of itself. */
export function infoProblems(
  written: WrittenInfo,
  registries: Registries,
  linted: LintedFile,
): readonly InfoProblem[] {
  const { serverName } = written;
  const question: Question = {
    ...written,
    registries,
    linted,
    server: serverName === undefined ? "This server" : quoted(serverName),
  };
  return [
    ...versionProblems(question),
    ...descriptionProblems(question),
    ...authorizationProblems(question),
    ...iconProblems(question),
    ...urlProblems(question),
    ...stakesProblems(question),
  ];
}

/** A place in the linted file, or the server's own. */
function rangeOf(place: Place, { linted, place: own }: Question): Range {
  return place.file === linted.file.path ? place.range : own;
}

/**
 * Semantic versions; the pattern is the one that semver.org suggests, without
 * its groups.
 */
const semver =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*)?$/;

function versionProblems(question: Question): InfoProblem[] {
  const { info, server } = question;
  const text = completeText(info.version);
  if (
    info.version.kind !== "known" ||
    text === undefined ||
    (text.length < 256 && semver.test(text))
  ) {
    return [];
  }
  const meant = meantVersion(text);
  return [
    {
      messageId: "notSemver",
      data: { server, version: quoted(text) },
      range: rangeOf(info.version.place, question),
      ...(meant === undefined
        ? {}
        : useText(meant, info.version.place, question)),
    },
  ];
}

/** `1.2.0` for `1.2`, `v1.2` and `1.2.0.0`. */
function meantVersion(text: string): string | undefined {
  const numbers = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?$/i.exec(
    text.trim(),
  );
  return numbers
    ? [1, 2, 3].map((index) => String(Number(numbers[index] ?? 0))).join(".")
    : undefined;
}

/** A suggestion that puts another text in place of a literal. */
function useText(
  text: string,
  { file, range }: Place,
  { linted }: Question,
): Pick<InfoProblem, "suggestion"> {
  const literal =
    file === linted.file.path
      ? /^(["'`])[^\\]*\1$/.exec(linted.file.text.slice(...range))
      : null;
  return literal
    ? {
        suggestion: {
          messageId: "useText",
          data: { text: quoted(text) },
          edits: [
            { range, text: `${literal[1] ?? '"'}${text}${literal[1] ?? '"'}` },
          ],
        },
      }
    : {};
}

function descriptionProblems(question: Question): InfoProblem[] {
  const { info, isHostInfo, place, server } = question;
  const { description } = info;
  const text = completeText(description);
  const isMissing = description.kind === "absent" && isHostInfo;
  return isMissing || text?.trim() === ""
    ? [
        {
          messageId: "noDescription",
          data: { server },
          range:
            description.kind === "known"
              ? rangeOf(description.place, question)
              : place,
        },
      ]
    : [];
}

function authorizationProblems(question: Question): InfoProblem[] {
  const { info, isHostInfo, linted, place, server } = question;
  const { authorization } = info;
  if (authorization.kind === "absent" && isHostInfo) {
    const isOwn = info.place.file === linted.file.path;
    const edit = isOwn
      ? insertProperty(linted.file, info.place.range, "authorization: null", [
          "description",
          "version",
        ])
      : undefined;
    return [
      {
        messageId: "noAuthorization",
        data: { server },
        range: place,
        ...(edit
          ? {
              suggestion: {
                messageId: "addAuthorization",
                data: {},
                edits: [edit],
              },
            }
          : {}),
      },
    ];
  }
  return authorization.kind === "known" && authorization.value !== "none"
    ? [...providerProblems(question), ...useCaseProblems(question)]
    : [];
}

function providerProblems(question: Question): InfoProblem[] {
  const { info, linted, registries, server } = question;
  const authorization =
    info.authorization.kind === "known" ? info.authorization.value : "none";
  const field = authorization === "none" ? undefined : authorization.provider;
  const provider = field && completeText(field);
  if (field?.kind !== "known" || provider === undefined) {
    return [];
  }
  const { oauth } = registries;
  const range = rangeOf(field.place, question);
  const places = [oauth.front, oauth.core, oauth.modules];
  const troubled = places.flatMap((one): InfoProblem[] =>
    one?.isRequired === true && !one.providers
      ? [
          {
            messageId: "missingProviderPlace",
            data: {
              server,
              file: fileName(one.file, linted),
              trouble: one.exists ? "cannot be read" : "is missing",
            },
            range,
          },
        ]
      : [],
  );
  const lacks = (one: ProviderPlace | undefined): boolean =>
    one?.providers?.has(provider) === false;
  const missing = [
    { place: oauth.front, extension: ".ts" },
    { place: oauth.core, extension: ".rs" },
  ].flatMap(({ extension, place: one }) =>
    one && lacks(one)
      ? `${fileName(one.file, linted)}/${provider}${extension}`
      : [],
  );
  const data = { server, provider: quoted(provider) };
  if (missing.length > 0) {
    const known = [...(oauth.front?.providers ?? oauth.core?.providers ?? [])];
    const closest = closestName(provider, known);
    return [
      ...troubled,
      {
        messageId: "noProvider",
        data: {
          ...data,
          files: alternatives(missing),
          hint: didYouMean(closest),
        },
        range,
      },
    ];
  }
  return oauth.modules && lacks(oauth.modules)
    ? [
        ...troubled,
        {
          messageId: "noProviderModule",
          data: {
            ...data,
            module: provider,
            file: fileName(oauth.modules.file, linted),
          },
          range,
        },
      ]
    : troubled;
}

/** What holds where the host declares no use cases. */
const usualUseCases = ["personal_actions", "platform_actions"];

function useCaseProblems(question: Question): InfoProblem[] {
  const { info, registries, server } = question;
  const authorization =
    info.authorization.kind === "known" ? info.authorization.value : "none";
  const list = authorization === "none" ? undefined : authorization.useCases;
  if (list?.kind !== "known") {
    return [];
  }
  if (list.value.length === 0) {
    return [
      {
        messageId: "noUseCase",
        data: { server },
        range: rangeOf(list.place, question),
      },
    ];
  }
  const { useCases = new Set(usualUseCases) } = registries;
  if (useCases === "open") {
    return [];
  }
  const known = [...useCases];
  return list.value
    .filter(({ text }) => !known.includes(text))
    .map(({ place, text }): InfoProblem => {
      const closest = closestName(text, known);
      return {
        messageId: "unknownUseCase",
        data: {
          server,
          useCase: quoted(text),
          known: alternatives(known.map(quoted)),
        },
        range: rangeOf(place, question),
        ...(closest === undefined ? {} : useText(closest, place, question)),
      };
    });
}

function iconProblems(question: Question): InfoProblem[] {
  const { info, linted, registries, server } = question;
  const icon = completeText(info.icon);
  const { logos } = registries;
  if (
    info.icon.kind !== "known" ||
    icon === undefined ||
    logos.status === "off"
  ) {
    return [];
  }
  const isLogo = icon.endsWith("Logo");
  // Most icons are listed logos, and ask for no other list.
  const actionIcons = (): ReadonlySet<string> | undefined =>
    registries.icons === "open" ? undefined : registries.icons;
  const mayBeAction = (): boolean => actionIcons()?.has(icon) ?? !isLogo;
  const range = rangeOf(info.icon.place, question);
  const place = {
    server,
    icon: quoted(icon),
    file: fileName(logos.file, linted),
  };
  if (logos.status === "trouble") {
    const data = {
      ...place,
      trouble: troubleWording(logos.trouble),
      advice: troubleAdvice(logos.trouble, "logos"),
    };
    return isLogo || !mayBeAction()
      ? [{ messageId: "unreadableLogos", data, range }]
      : [];
  }
  const { drawingOf, exportOf, index, names, open } = logos.value;
  const data = { ...place, index: fileName(index, linted) };
  if (names.has(icon)) {
    const drawing = drawingOf(icon);
    return drawing === "lost"
      ? [{ messageId: "lostLogo", data, range }]
      : drawing === "missing"
        ? [{ messageId: "unexportedLogo", data, range }]
        : [];
  }
  if (open) {
    return [];
  }
  const exported = exportOf(icon);
  if (isLogo && exported === "exported") {
    return [{ messageId: "unlistedLogo", data, range }];
  }
  const known = [...names, ...(actionIcons() ?? [])];
  const closest = closestName(icon, known);
  return (isLogo || !mayBeAction()) && exported !== "unknown"
    ? [
        {
          messageId: "unknownIcon",
          data: {
            ...data,
            hint: didYouMean(closest),
          },
          range,
          ...(closest === undefined
            ? {}
            : useText(closest, info.icon.place, question)),
        },
      ]
    : [];
}

function urlProblems(question: Question): InfoProblem[] {
  const { info, server } = question;
  const text = completeText(info.documentationUrl);
  return info.documentationUrl.kind === "known" &&
    text !== undefined &&
    !isUrl(text)
    ? [
        {
          messageId: "badUrl",
          data: { server, url: quoted(text) },
          range: rangeOf(info.documentationUrl.place, question),
        },
      ]
    : [];
}

function isUrl(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text);
}

function stakesProblems({
  linted,
  server,
  strangeStakes,
}: Question): InfoProblem[] {
  if (!strangeStakes) {
    return [];
  }
  const { range, stakes, tools } = strangeStakes;
  const line = (offset: number): string => String(linted.values.lineAt(offset));
  const where = ({ file, range: at }: Place): string =>
    file === linted.file.path ? `line ${line(at[0])}` : fileName(file, linted);
  return [
    {
      messageId: "strangeStakes",
      data: {
        server,
        tools: where(tools.place),
        stakes: where(stakes.place),
      },
      range,
    },
  ];
}
