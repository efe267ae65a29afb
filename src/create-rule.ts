import type { TSESLint } from "@typescript-eslint/utils";
import { lintedFile, type FileKind } from "./linted-file.ts";
import type { PresetName } from "./preset-names.ts";
import type { RegistryName } from "./registries/registry.ts";
import type { SilentRules } from "./silent-rules.ts";

/** Where a rule is on, and with which options. */
export type RulePresets<Options> = Partial<
  Record<PresetName, true | Partial<Options>>
>;

export interface RuleDocs<Options> {
  /** Completes "This rule will …": starts with a verb, ends without a stop. */
  readonly description: string;
  readonly presets: RulePresets<Options>;
  /** The registries that it reports in, besides the files that define servers. */
  readonly registries?: readonly RegistryName[];
}

/** A rule with one object of options, whose defaults are stated once. */
export interface RuleDefinition<
  MessageIds extends string,
  Options extends object,
> {
  /** The rule's id: the name of its file in `rules/`. */
  readonly name: string;
  readonly meta: Omit<
    TSESLint.RuleMetaData<MessageIds>,
    "defaultOptions" | "docs" | "schema"
  > & {
    readonly docs: RuleDocs<Options>;
    /** JSON schemas of the options, one per key. */
    readonly schema: Readonly<Record<keyof Options & string, object>>;
  };
  readonly defaults: Options;
  /** The files that it has something to say about; in others it isn't begun. */
  readonly looksAt: readonly FileKind[];
  readonly create: (
    context: RuleContext<MessageIds>,
    options: Options,
  ) => TSESLint.RuleListener;
}

export type RuleContext<MessageIds extends string> = Readonly<
  TSESLint.RuleContext<MessageIds, readonly unknown[]>
>;

export type RuleModule<MessageIds extends string = string> =
  TSESLint.RuleModule<MessageIds, readonly unknown[]> & {
    readonly meta: {
      readonly docs: RuleDocs<object> & { readonly url: string };
    };
  };

const docsFolder =
  "https://github.com/eslint-plugin-mcp-runbook/eslint-plugin-mcp-runbook/blob/main/docs/rules";

const nothingToDo: TSESLint.RuleListener = Object.freeze({});

/**
 * Turns a definition into what ESLint takes: adds the link to its page, a
 * schema that refuses unknown options, the defaults, and silence in files that
 * hold nothing for it.
 */
export function createRule<MessageIds extends string, Options extends object>({
  create,
  defaults,
  looksAt,
  meta,
  name,
}: RuleDefinition<MessageIds, Options>): RuleModule<MessageIds> {
  const hasOptions = Object.keys(meta.schema).length > 0;
  const nameWith = naming(name);
  return {
    meta: {
      ...meta,
      // ESLint 10 refuses a rule on any other language.
      languages:
        meta.docs.registries?.includes("idSnapshot") === true
          ? ["js/js", "json/json"]
          : ["js/js"],
      docs: { ...meta.docs, url: `${docsFolder}/${name}.md` },
      defaultOptions: hasOptions ? [defaults] : [],
      schema: hasOptions
        ? [
            {
              type: "object",
              properties: meta.schema,
              additionalProperties: false,
            },
          ]
        : [],
    },
    create(context) {
      const { mayHold, silent } = lintedFile(context);
      if (!looksAt.some((kind) => mayHold[kind])) {
        // Most of what our rules cost in a file that holds nothing is what each
        // of them pays for itself.
        return nothingToDo;
      }
      const [given] = context.options as readonly [Partial<Options>?];
      const rule = silent && nameWith(given);
      if (rule !== undefined && silent?.has(rule) === true) {
        return nothingToDo;
      }
      const begin = (own: RuleContext<MessageIds>): TSESLint.RuleListener =>
        create(own, { ...defaults, ...given });
      return silent && rule !== undefined
        ? notingSilence(rule, silent, context, begin)
        : begin(context);
    },
  } as RuleModule<MessageIds>;
}

/** The selectors after which a rule that has no others has had its say. */
const wholeFile: ReadonlySet<string> = new Set(["Document", "Program"]);

/** Names a rule with its options; options are the same object for many files. */
function naming(name: string): (options: object | undefined) => string {
  const known = new WeakMap<object, string>();
  return (options) => {
    if (!options) {
      return name;
    }
    let full = known.get(options);
    if (full === undefined) {
      full = `${name} ${JSON.stringify(options)}`;
      known.set(options, full);
    }
    return full;
  };
}

/** Begins a rule, and notes when it had nothing to say. */
function notingSilence<MessageIds extends string>(
  rule: string,
  silent: SilentRules,
  context: RuleContext<MessageIds>,
  begin: (context: RuleContext<MessageIds>) => TSESLint.RuleListener,
): TSESLint.RuleListener {
  const running = silent.begin();
  let hasReported = false;
  const report: typeof context.report = (descriptor) => {
    hasReported = true;
    context.report(descriptor);
  };
  const listener = running.noting(() => begin(withReport(context, report)));
  const isWhole = Object.keys(listener).every((key) => wholeFile.has(key));
  return Object.fromEntries(
    Object.entries(listener).map(([selector, visit]) => [
      selector,
      (...args: unknown[]) => {
        running.noting(() => {
          (visit as (...args: unknown[]) => void)(...args);
        });
        if (isWhole && !hasReported) {
          running.wasSilent(rule);
        }
      },
    ]),
  );
}

/** A context with a report of its own; linters' contexts can't be changed. */
function withReport<MessageIds extends string>(
  context: RuleContext<MessageIds>,
  report: RuleContext<MessageIds>["report"],
): RuleContext<MessageIds> {
  return new Proxy({} as RuleContext<MessageIds>, {
    get: (_target, key): unknown =>
      key === "report" ? report : Reflect.get(context, key, context),
  });
}
