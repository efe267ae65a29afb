import { readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";
import { parseFile } from "../src/files/parse-file.ts";

// Which room may import which, see docs/architecture.md.

const root = path.resolve(import.meta.dirname, "..");

/** What each room may import from, besides itself and packages. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  source: [],
  english: [],
  files: ["source"],
  mcp: ["source"],
  registries: ["source", "files", "mcp", "closest-name", "settings"],
  problems: [
    "source",
    "english",
    "mcp",
    "registries",
    "closest-name",
    "linted-file",
    "registry-wording",
    "stake-levels",
    "wording",
  ],
  checklist: [
    "source",
    "files",
    "mcp",
    "registries",
    "index",
    "linted-file",
    "presets",
    "settings",
    "wording",
  ],
  rules: [
    "source",
    "english",
    "mcp",
    "registries",
    "problems",
    "closest-name",
    "create-rule",
    "draft-description",
    "fix",
    "judge-description",
    "linted-file",
    "location",
    "registry-wording",
    "stake-levels",
    "tool-words",
    "wording",
  ],
};

/** The only rooms that may use Node's file system. */
const readers = ["files"];

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function roomOf(file: string): string {
  const [first = "", second = ""] = file.split("/");
  return (first === "src" ? second : first).replace(/\.ts$/, "");
}

const imports: Import[] = globSync(["src/**/*.ts", "rules/*.ts"], {
  cwd: root,
}).flatMap((name) => {
  const file = name.replaceAll("\\", "/");
  const parsed = parseFile(
    path.join(root, file),
    readFileSync(path.join(root, file), "utf8"),
  );
  if (parsed.status !== "parsed") {
    throw new Error(`${file} does not parse`);
  }
  return parsed.file.program.body.flatMap((statement) =>
    "source" in statement && statement.source
      ? [{ file, room: roomOf(file), target: statement.source.value }]
      : [],
  );
});

function targetRoom({ file, target }: Import): string | undefined {
  return target.startsWith(".")
    ? roomOf(path.posix.join(path.posix.dirname(file), target))
    : undefined;
}

it("finds imports at all", () => {
  expect(imports.length).toBeGreaterThan(100);
});

it("rooms import only the rooms they may", () => {
  const wrong = imports.filter((one) => {
    const target = targetRoom(one);
    const allowed = arrows[one.room];
    return (
      allowed !== undefined &&
      target !== undefined &&
      target !== one.room &&
      !allowed.includes(target)
    );
  });
  expect(wrong).toEqual([]);
});

it("no rule imports another", () => {
  const wrong = imports.filter(
    (one) =>
      one.room === "rules" &&
      targetRoom(one) === "rules" &&
      one.file !== "rules/index.ts",
  );
  expect(wrong).toEqual([]);
});

it("only src/index.ts imports rules/", () => {
  const importers = imports.filter(
    (one) => targetRoom(one) === "rules" && one.room !== "rules",
  );
  expect(importers.map(({ file }) => file)).toEqual(["src/index.ts"]);
});

it("only files/ touches the file system, and nobody the network or a process", () => {
  const wrong = imports.filter(
    ({ room, target }) =>
      (/^(?:node:)?fs(?:\/|$)/.test(target) && !readers.includes(room)) ||
      /^(?:node:)?(?:child_process|dgram|http|https|http2|net|tls|vm|worker_threads)$/.test(
        target,
      ),
  );
  expect(wrong).toEqual([]);
});

it("english imports no package, and one file of it requires the language models", () => {
  const wrong = imports.filter(
    ({ room, target }) => room === "english" && !target.startsWith("."),
  );
  expect(wrong).toEqual([
    {
      file: "src/english/language-models.ts",
      room: "english",
      target: "node:module",
    },
  ]);
  const required = globSync("src/english/**/*.ts", {
    cwd: root,
  }).flatMap((file) =>
    [
      ...readFileSync(path.join(root, file), "utf8").matchAll(
        /\brequire\("([^"]+)"\)|\bimport\(/g,
      ),
    ].map(([all, name]) => `${file.replaceAll("\\", "/")} ${name ?? all}`),
  );
  expect(required.sort()).toEqual([
    "src/english/language-models.ts compromise",
    "src/english/language-models.ts wink-eng-lite-web-model",
    "src/english/language-models.ts wink-nlp",
  ]);
});

it("has no room for leftovers", () => {
  const wrong = globSync(["src/**/*.ts", "rules/*.ts", "tests/**/*.ts"], {
    cwd: root,
    // Fixtures have the names of the files that they stand for.
    ignore: ["**/fixtures/**"],
  }).filter((file) =>
    /(?:utils?|helpers?|shared|misc|common)(?:\/|\.)/.test(file),
  );
  expect(wrong).toEqual([]);
});
