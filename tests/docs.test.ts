import fs from "node:fs";
import path from "node:path";
import { Linter } from "eslint";
import json from "@eslint/json";
import typescriptParser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { rules, type RuleId } from "../rules/index.ts";
import { presetNames } from "../src/preset-names.ts";
import { namespace } from "../src/presets.ts";
import { readSettings, settingsKey } from "../src/settings.ts";
import plugin from "../src/index.ts";

// Every example in docs/rules is linted, every link in docs is followed, and
// what the pages list is compared with the code.

const repository = path.resolve(import.meta.dirname, "..");
const docs = path.join(repository, "docs");
const rulePages = path.join(docs, "rules");
const ruleIds = Object.keys(rules) as RuleId[];
/** Those with a page; the first test reports the others. */
const documented = ruleIds.filter((id) =>
  fs.existsSync(path.join(rulePages, `${id}.md`)),
);

/**
 * Examples are linted as files of a folder that doesn't exist, or as one more
 * state of a file in a small app, where a rule reads other files as well.
 */
const nowhere = path.resolve("/examples-in-docs");
const workspaces = path.join(import.meta.dirname, "fixtures/docs");
const linters = new Map<string, Linter>();

function linterFor({ workspace }: Block): Linter {
  const cwd =
    workspace === undefined ? nowhere : path.join(workspaces, workspace);
  const linter = linters.get(cwd) ?? new Linter({ cwd });
  linters.set(cwd, linter);
  return linter;
}

/**
 * What a fence says of the code in it:
 *
 * - `correct`: no report
 * - `incorrect`: at least one report of the page's rule
 * - `fixed`: what `--fix` makes of the incorrect block before it
 * - `suggested`: what the first suggestion makes of the incorrect block before it
 */
const kinds = ["correct", "incorrect", "fixed", "suggested"] as const;
type Kind = (typeof kinds)[number];

const parsers: Readonly<Record<string, Linter.Parser | undefined>> = {
  ts: typescriptParser,
  js: undefined,
  json: undefined,
};

interface Block {
  readonly language: "ts" | "js" | "json";
  readonly kind: Kind;
  readonly filename: string | undefined;
  /** A folder of `fixtures/docs` in which the file stands. */
  readonly workspace: string | undefined;
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly settings: Readonly<Record<string, unknown>> | undefined;
  readonly code: string;
  /** The line of the fence. */
  readonly line: number;
  /** The prose between it and the block or heading before. */
  readonly prose: string;
}

interface Fence {
  readonly info: string;
  readonly code: string;
  readonly line: number;
  readonly prose: string;
}

function fencesOf(page: string): Fence[] {
  const fences: Fence[] = [];
  let open: { info: string; marks: string; line: number } | undefined;
  let code: string[] = [];
  let prose: string[] = [];
  page.split("\n").forEach((text, index) => {
    const marks = /^ *(`{3,}|~{3,})/.exec(text)?.[1];
    if (open) {
      if (text.trim() === open.marks) {
        fences.push({
          info: open.info,
          line: open.line,
          code: `${code.join("\n")}\n`,
          prose: prose.join("\n"),
        });
        open = undefined;
        prose = [];
      } else {
        code.push(text);
      }
    } else if (marks !== undefined) {
      open = { info: text.trim().slice(marks.length), marks, line: index + 1 };
      code = [];
    } else if (text.startsWith("#")) {
      prose = [];
    } else {
      prose.push(text);
    }
  });
  if (open) {
    throw new Error(`Line ${String(open.line)}: the block is never closed`);
  }
  return fences;
}

/** Reads a fence's info string; anything it doesn't know is an error. */
function readFence({ code, info, line, prose }: Fence): Block {
  const fail = (problem: string): never => {
    throw new Error(`Line ${String(line)}, \`${info}\`: ${problem}`);
  };
  const [language = "", kind = ""] = info.split(" ");
  if (language !== "ts" && language !== "js" && language !== "json") {
    return fail("the language of an example is ts, js or json");
  }
  const known = kinds.find((one) => one === kind);
  if (!known) {
    return fail(`behind the language stands one of ${kinds.join(", ")}`);
  }
  const attributes = new Map<string, unknown>();
  let rest = info.slice(`${language} ${kind}`.length);
  while (rest !== "") {
    const [start = "", name = ""] =
      /^ (filename|options|settings|workspace)=/.exec(rest) ??
      fail(`"${rest.trim()}" is not understood`);
    const text = rest.slice(start.length);
    const end = jsonEnd(text) ?? fail(`the value of ${name} is not JSON`);
    if (attributes.has(name)) {
      fail(`${name} is given twice`);
    }
    attributes.set(name, JSON.parse(text.slice(0, end)));
    rest = text.slice(end);
  }
  const object = (
    name: string,
  ): Readonly<Record<string, unknown>> | undefined => {
    const value = attributes.get(name);
    return value === undefined ||
      (typeof value === "object" && value !== null && !Array.isArray(value))
      ? (value as Readonly<Record<string, unknown>> | undefined)
      : fail(`${name} is not an object`);
  };
  const string = (name: string): string | undefined => {
    const value = attributes.get(name);
    return value === undefined || typeof value === "string"
      ? value
      : fail(`${name} is not a string`);
  };
  return {
    language,
    kind: known,
    filename: string("filename"),
    workspace: string("workspace"),
    options: object("options"),
    settings: object("settings"),
    code,
    line,
    prose,
  };
}

/** Where the JSON value at the start of a text ends. */
function jsonEnd(text: string): number | undefined {
  for (let end = 1; end <= text.length; end++) {
    try {
      JSON.parse(text.slice(0, end));
      return end;
    } catch {
      // Not complete yet.
    }
  }
  return undefined;
}

function read(...file: string[]): string {
  return fs.readFileSync(path.join(...file), "utf8");
}

function blocksOf(id: string): Block[] {
  try {
    return fencesOf(read(rulePages, `${id}.md`)).map(readFence);
  } catch (error) {
    throw new Error(`docs/rules/${id}.md: ${String(error)}`, { cause: error });
  }
}

function configFor(
  { language, options, settings, workspace }: Block,
  id: RuleId,
): Linter.Config {
  const parser = parsers[language];
  return {
    files: ["**/*.{ts,js,json}"],
    plugins: { [namespace]: plugin, json },
    ...(language === "json" ? { language: "json/json" } : {}),
    ...(parser ? { languageOptions: { parser } } : {}),
    rules: { [`${namespace}/${id}`]: options ? ["error", options] : "error" },
    settings:
      workspace === undefined
        ? (settings ?? {})
        : {
            [settingsKey]: {
              root: path.join(workspaces, workspace),
              ...(settings?.[settingsKey] as object | undefined),
            },
          },
  };
}

const fileOf = ({ filename, language }: Block): string =>
  filename ?? `example.${language}`;

function lint(block: Block, id: RuleId): Linter.LintMessage[] {
  return linterFor(block).verify(
    block.code,
    configFor(block, id),
    fileOf(block),
  );
}

function fix(block: Block, id: RuleId): string {
  return linterFor(block).verifyAndFix(
    block.code,
    configFor(block, id),
    fileOf(block),
  ).output;
}

function applyFirstSuggestion(block: Block, id: RuleId): string | undefined {
  const [message] = lint(block, id);
  const suggestion = message?.suggestions?.[0];
  if (!suggestion) {
    return undefined;
  }
  const { range, text } = suggestion.fix;
  return block.code.slice(0, range[0]) + text + block.code.slice(range[1]);
}

function checkBlock(block: Block, before: Block | undefined, id: RuleId): void {
  switch (block.kind) {
    case "correct":
      expect(lint(block, id)).toEqual([]);
      return;
    case "incorrect": {
      const messages = lint(block, id);
      expect(messages).not.toEqual([]);
      for (const message of messages) {
        expect(message).toMatchObject({ ruleId: `${namespace}/${id}` });
        expect(message.fatal ?? false).toBe(false);
      }
      return;
    }
    case "fixed":
    case "suggested":
      expect(before?.kind, "the block before it").toBe("incorrect");
      expect(block.code).toBe(
        before &&
          (block.kind === "fixed"
            ? fix(before, id)
            : applyFirstSuggestion(before, id)),
      );
  }
}

/** The options of a rule, out of the schema it gives to ESLint. */
function optionsOf(id: RuleId): string[] {
  const [schema] = rules[id].meta.schema as readonly { properties?: object }[];
  return Object.keys(schema?.properties ?? {});
}

function codeSpans(text: string): string[] {
  return Array.from(text.matchAll(/`([^`\n]+)`/g), ([, span = ""]) => span);
}

function isJsonOf(span: string, value: unknown): boolean {
  try {
    return JSON.stringify(JSON.parse(span)) === JSON.stringify(value);
  } catch {
    return false;
  }
}

describe("docs/rules", () => {
  it("has a page for each rule, and no other", () => {
    const pages = fs.readdirSync(rulePages).sort();
    expect(pages).toEqual(ruleIds.map((id) => `${id}.md`).sort());
  });

  it.each(documented)("%s: two correct and two incorrect examples", (id) => {
    const blocks = blocksOf(id);
    for (const kind of ["correct", "incorrect"]) {
      const count = blocks.filter((block) => block.kind === kind).length;
      expect(count, kind).toBeGreaterThanOrEqual(2);
    }
  });

  it.each(documented)("%s: each option is explained and shown", (id) => {
    const page = read(rulePages, `${id}.md`);
    const handwritten = page.replace(
      /<!-- begin auto-generated rule options list -->.*<!-- end auto-generated rule options list -->/s,
      "",
    );
    const shown = blocksOf(id).flatMap(({ options }) =>
      Object.keys(options ?? {}),
    );
    for (const option of optionsOf(id)) {
      expect(codeSpans(handwritten), "explained").toContain(option);
      expect(shown, "used by an example").toContain(option);
    }
  });

  // A reader of the rendered page does not see what a fence's info says.
  it.each(documented)("%s: the page shows what its examples assume", (id) => {
    for (const block of blocksOf(id)) {
      const { code, filename, line, options, prose, settings } = block;
      const spans = codeSpans(prose);
      for (const value of [options, settings?.[settingsKey]]) {
        if (value !== undefined) {
          expect(
            spans.some((span) => isJsonOf(span, value)),
            `line ${String(line)}: ${JSON.stringify(value)} in the prose above`,
          ).toBe(true);
        }
      }
      if (filename !== undefined) {
        expect(
          spans.includes(filename) || code.startsWith(`// ${filename}\n`),
          `line ${String(line)}: the file name above`,
        ).toBe(true);
      }
    }
  });

  it.each(documented)(
    "%s: the messages it quotes are those of its examples",
    (id) => {
      const page = read(rulePages, `${id}.md`);
      const messages = blocksOf(id)
        .filter(({ kind }) => kind === "incorrect")
        .flatMap((block) => lint(block, id).map(({ message }) => message));
      const quotes = Array.from(
        page.matchAll(/^> (.+)$/gm),
        ([, quote = ""]) => quote,
      );
      expect(quotes).not.toEqual([]);
      expect(messages).toEqual(expect.arrayContaining(quotes));
    },
  );

  describe.each(documented)("%s", (id) => {
    const blocks = blocksOf(id);
    it.each(blocks.map((block, index) => ({ ...block, index })))(
      "line $line: $kind",
      (block) => {
        checkBlock(block, blocks[block.index - 1], id);
      },
    );
  });
});

const pages = fs
  .readdirSync(docs, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".md"))
  .sort();

function withoutCode(page: string): string {
  return page
    .replaceAll(/^ *(`{3,}).*?^ *\1$/gms, "")
    .replaceAll(/`[^`\n]*`/g, "");
}

/** The anchors that GitHub gives to a page's headings. */
function anchorsOf(page: string): string[] {
  return Array.from(
    page.replaceAll(/^ *(`{3,}).*?^ *\1$/gms, "").matchAll(/^#{1,6} +(.+)$/gm),
    ([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(/\s/g, "-"),
  );
}

describe("docs", () => {
  it.each(pages)("%s: links lead somewhere", (name) => {
    const file = path.join(docs, name);
    const links = withoutCode(read(file)).matchAll(/\]\(([^)\s]+)\)/g);
    for (const [, link = ""] of links) {
      if (link.startsWith("https://")) {
        continue;
      }
      const [target = "", anchor] = link.split("#");
      const goal = target === "" ? file : path.join(file, "..", target);
      expect(fs.existsSync(goal), link).toBe(true);
      if (anchor !== undefined) {
        expect(anchorsOf(read(goal)), link).toContain(anchor);
      }
    }
  });

  it("adopting.md lists every setting, and no other", () => {
    const section = /^## Settings$(.*?)^## /ms.exec(read(docs, "adopting.md"));
    const listed = Array.from(
      (section?.[1] ?? "").matchAll(/^\| `(\w+)`/gm),
      ([, name]) => name,
    );
    expect(listed.sort()).toEqual(settingNames().sort());
  });

  it("adopting.md says for every rule which presets turn it on", () => {
    const section = /^## Presets$(.*?)^## /ms.exec(read(docs, "adopting.md"));
    const rows = Array.from(
      (section?.[1] ?? "").matchAll(/^\| \[`([\w-]+)`\]\(.*?\) +\|(.*)\|$/gm),
      ([, id, cells = ""]) => [id, cells.split("|").map((cell) => cell.trim())],
    );
    const expected = ruleIds.map((id) => {
      const { presets } = rules[id].meta.docs;
      const cell = (preset: keyof typeof presets): string => {
        const entry = presets[preset];
        return entry === undefined
          ? ""
          : entry === true
            ? "on"
            : `\`${JSON.stringify(entry)}\``;
      };
      return [id, [cell("recommended"), cell("strict"), cell("mcp")]];
    });
    expect(rows).toEqual(expected);
  });

  it("adopting.md names every pattern that the presets leave out", () => {
    const section = /^## Test files$(.*?)^## /ms.exec(
      read(docs, "adopting.md"),
    );
    const spans = codeSpans(section?.[1] ?? "");
    for (const preset of presetNames) {
      for (const { ignores = [] } of plugin.configs[preset]) {
        expect(spans).toEqual(expect.arrayContaining(ignores));
      }
    }
  });

  it("contributing.md names every npm script", () => {
    const { scripts } = JSON.parse(read(repository, "package.json")) as {
      scripts: Readonly<Record<string, string>>;
    };
    const spans = codeSpans(read(docs, "contributing.md"));
    const named = Object.keys(scripts).map((name) =>
      name === "test" ? "npm test" : `npm run ${name}`,
    );
    expect(spans).toEqual(expect.arrayContaining(named));
  });

  it.each(["architecture.md", "contributing.md"])(
    "%s: the files it names are there",
    (name) => {
      const files = [
        "src",
        "rules",
        "tests",
        "docs",
        "bench",
        "scripts",
      ].flatMap((folder) =>
        fs
          .readdirSync(path.join(repository, folder), {
            recursive: true,
            encoding: "utf8",
          })
          .map((file) => `/${folder}/${file.replaceAll("\\", "/")}`),
      );
      const top = fs.readdirSync(repository).map((file) => `/${file}`);
      const named = codeSpans(read(docs, name)).filter((span) =>
        /^[\w./-]*\w\.(?:js|json|md|mjs|ts)$/.test(span),
      );
      expect(named).not.toEqual([]);
      const missing = named.filter(
        (span) => ![...files, ...top].some((file) => file.endsWith(`/${span}`)),
      );
      expect(missing).toEqual([]);
    },
  );

  it("architecture.md describes every folder of src", () => {
    const page = read(docs, "architecture.md");
    const folders = fs
      .readdirSync(path.join(repository, "src"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory());
    for (const { name } of folders) {
      expect(codeSpans(page)).toContain(`src/${name}/`);
    }
  });
});

/** The keys of our settings, out of the error that an unknown one gives. */
function settingNames(): string[] {
  try {
    readSettings({ [settingsKey]: { noSuchSetting: true } });
  } catch (error) {
    const list = /(\w+(?:, \w+)+)\.$/.exec((error as Error).message);
    return list?.[1]?.split(", ") ?? [];
  }
  return [];
}
