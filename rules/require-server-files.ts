import { createRule, type RuleContext } from "../src/create-rule.ts";
import { fixWith } from "../src/fix.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { isPartialCheckout } from "../src/registries/partial-checkout.ts";
import type { Registries } from "../src/registries/registries.ts";
import { knownDefinitions } from "../src/registries/registration.ts";
import {
  factoryProblems,
  type FactoryProblem,
} from "../src/registries/factory-problems.ts";
import {
  lackingFiles,
  type LackingFile,
} from "../src/registries/server-files.ts";
import {
  serverMetadataModule,
  untypedObject,
} from "../src/registries/server-object-type.ts";
import { fileName, quoted } from "../src/wording.ts";

type MessageIds =
  | "addType"
  | "fewRegistered"
  | "hiddenFactory"
  | "noIndex"
  | "noMetadata"
  | "noneRegistered"
  | "noTools"
  | "untyped";

type Context = RuleContext<MessageIds>;

export const requireServerFiles = createRule<MessageIds, object>({
  name: "require-server-files",
  meta: {
    type: "problem",
    docs: {
      description:
        "require the files that make up a server: metadata, tools and, where it has a factory of its own, index",
      presets: { recommended: true, strict: true },
    },
    hasSuggestions: true,
    schema: {},
    messages: {
      noTools:
        "Nothing handles the tools of {{server}}: there is no {{file}}, and no other file of its folder has handlers. Add it, with one handler for each tool.",
      noIndex:
        "Nothing makes the server {{server}}: there is no {{file}}. Add it, with a default-exported factory that registers every tool.",
      noMetadata:
        "Nothing describes the server {{server}}: there is no {{file}}, and its config holds no `serverInfo`. Add it, with the tools' metadata and the server object.",
      hiddenFactory:
        "The factory of {{server}} is no default export of this file, so the switch cannot import it as it imports the others. Write `export default {{factory}}`.",
      noneRegistered:
        "This factory makes {{server}} without a single tool. Call `registerTool` for every entry of its tools.",
      fewRegistered:
        "This factory registers {{registered}} of the {{tools}} tools of {{server}}, so agents never see the others. Call `registerTool` in a loop over all of them.",
      untyped:
        "The server object of {{server}} {{lacks}}, so {{consequence}}. End it in `as const satisfies ServerMetadata`.",
      addType: "End it in `as const satisfies ServerMetadata`.",
    },
  },
  defaults: {},
  looksAt: ["registries"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { file, lookup, registries } = linted;
        if (!registries || registries.role !== undefined) {
          return;
        }
        checkObjects(registries, linted, context);
        if (registries.definitions.length > 0) {
          checkFiles(registries, linted, context);
        }
        if (/\bmakeInternalMCPServer\b/.test(file.text)) {
          for (const one of factoryProblems(file.path, registries, lookup)) {
            reportFactory(one, linted, context);
          }
        }
      },
    };
  },
});

function checkFiles(
  registries: Registries,
  linted: LintedFile,
  context: Context,
): void {
  if (isPartialCheckout(linted.file, registries)) {
    return;
  }
  for (const definition of knownDefinitions(registries.definitions)) {
    const lacking = lackingFiles(definition, registries, linted.lookup);
    for (const { file, kind } of lacking) {
      context.report({
        loc: locationOf(context, definition.place),
        messageId: messageFor[kind],
        data: {
          server: quoted(definition.serverName),
          file: fileName(file, linted),
        },
      });
    }
  }
}

const messageFor: Readonly<Record<LackingFile["kind"], MessageIds>> = {
  index: "noIndex",
  metadata: "noMetadata",
  tools: "noTools",
};

const factoryMessageFor: Readonly<Record<FactoryProblem["kind"], MessageIds>> =
  {
    few: "fewRegistered",
    hidden: "hiddenFactory",
    none: "noneRegistered",
  };

function reportFactory(
  { definition, factory, kind, place, registered, tools }: FactoryProblem,
  { file }: LintedFile,
  context: Context,
): void {
  const server = quoted(definition.serverName);
  const name = file.text.slice(...factory.place);
  context.report({
    loc: locationOf(context, place),
    messageId: factoryMessageFor[kind],
    data:
      kind === "few"
        ? { server, registered, tools }
        : kind === "hidden"
          ? { server, factory: /^[\w$]+$/.test(name) ? name : "it" }
          : { server },
  });
}

const lacks = {
  annotated: "is annotated as `ServerMetadata`",
  asserted: "is asserted to be `ServerMetadata`",
  "no-const": "has no `as const`",
  "no-type": "has no `satisfies ServerMetadata`",
  plain: "has neither `as const` nor `satisfies ServerMetadata`",
  widened: "is asserted to be `ServerMetadata`",
} as const;

function checkObjects(
  registries: Registries,
  linted: LintedFile,
  context: Context,
): void {
  const { file } = linted;
  if (/\.[cm]?jsx?$/.test(file.path)) {
    return;
  }
  for (const definition of registries.definitions) {
    const { serverName } = definition;
    const object = definition.object();
    const untyped =
      object &&
      untypedObject(file, object.range, () => serverMetadataModule(registries));
    if (untyped) {
      const { edits, kind, range } = untyped;
      context.report({
        loc: locationOf(context, range),
        messageId: "untyped",
        data: {
          server: serverName === undefined ? "this file" : quoted(serverName),
          lacks: lacks[kind],
          consequence:
            kind === "no-type" || kind === "plain" || kind === "asserted"
              ? "the compiler does not check that it is complete"
              : "the names in it are any strings to the compiler",
        },
        suggest: edits ? [{ messageId: "addType", fix: fixWith(edits) }] : [],
      });
    }
  }
}
