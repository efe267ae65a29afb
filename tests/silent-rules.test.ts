import type { Rule } from "eslint";
import { describe, expect, it, vi } from "vitest";
import { rules } from "../rules/index.ts";
import { FileStore } from "../src/files/file-store.ts";
import { settingsKey } from "../src/settings.ts";
import { Silences, type SilentRules } from "../src/silent-rules.ts";
import { MemoryDisk } from "./registries/memory-disk.ts";
import { source } from "./source/support.ts";

// A rule that had nothing to say about a server's file is not begun again while
// nothing changes that it rests on.

const parcel = "/project/lib/api/actions/servers/parcel/metadata.ts";

function metadata(description: string): string {
  return `export const PARCEL_TOOLS = createToolsRecord({
  list_parcels: { description: "${description}", schema: {}, stake: "low" },
});
`;
}

interface Lint {
  readonly rule?: keyof typeof rules;
  readonly text?: string;
  readonly options?: readonly unknown[];
  readonly settings?: object;
  readonly parser?: object;
}

const settings = {};

/** Runs a rule on a file that is not on the disk; what happens to it. */
function lint({
  options = [{}],
  parser,
  rule = "bare-infinitive-description",
  settings: given = settings,
  text = metadata("List parcels."),
}: Lint): "silent" | "ran" | "reported" {
  const { program: ast } = source(text);
  let happened: "ran" | "reported" = "ran";
  const context = {
    cwd: "/project",
    filename: parcel,
    languageOptions: { parser },
    options,
    settings: { [settingsKey]: given },
    sourceCode: { ast, text, getLocFromIndex: () => ({ line: 1, column: 0 }) },
    report() {
      happened = "reported";
    },
  } as unknown as Rule.RuleContext;
  const listener = (rules[rule] as unknown as Rule.RuleModule).create(context);
  if (!listener.Program) {
    return "silent";
  }
  listener.Program(ast as never);
  return happened;
}

describe("a rule", () => {
  it("that had nothing to say is not begun again for the same text", () => {
    const text = metadata("List all parcels.");
    expect(lint({ text })).toBe("ran");
    expect(lint({ text })).toBe("silent");
    expect(lint({ text, rule: "stake-matches-verb" })).toBe("ran");
  });

  it("says again what it said", () => {
    const text = metadata("Lists parcels.");
    expect(lint({ text })).toBe("reported");
    expect(lint({ text })).toBe("reported");
  });

  it.each<[string, Lint]>([
    ["the text", { text: metadata("Lists parcels, all of them.") }],
    ["its options", { options: [{ verbs: ["parcel"] }] }],
    ["the settings", { settings: { stakeLevels: ["low"] } }],
    ["the parser", { parser: {} }],
  ])("is begun again when it is %s that changed", (_what, change) => {
    const text = metadata("List the parcels.");
    lint({ text });
    expect(lint({ text })).toBe("silent");
    expect(lint({ text, ...change })).not.toBe("silent");
  });
});

const file = "/w/a.ts";

function silences(disk: MemoryDisk): {
  store: FileStore;
  silent: () => SilentRules;
} {
  const store = new FileStore({
    fileSystem: disk,
    now: disk.now,
    restatInterval: 250,
    wallClock: () => disk.time + 1_000_000,
  });
  const all = new Silences(store);
  const linted = { path: "/w/linted.ts", text: "" };
  return {
    store,
    silent: () => all.of(linted, { settings, parser: undefined }),
  };
}

/** A rule that asks something and has nothing to say. */
function run(silent: SilentRules, rule: string, ask: () => unknown): void {
  const running = silent.begin();
  running.noting(ask);
  running.wasSilent(rule);
}

describe("what a rule asked", () => {
  it.each<[string, (store: FileStore) => unknown, (disk: MemoryDisk) => void]>([
    [
      "a file's text",
      (store) => store.readText(file, String),
      (disk) => {
        disk.write(file, "2");
      },
    ],
    [
      "whether a file is there that goes",
      (store) => store.isFile(file),
      (disk) => {
        disk.remove(file);
      },
    ],
    [
      "whether a file is there",
      (store) => store.exists("/w/b.ts"),
      (disk) => {
        disk.write("/w/b.ts", "");
      },
    ],
    [
      "what is in a folder",
      (store) => store.list("/w"),
      (disk) => {
        disk.write("/w/b.ts", "");
      },
    ],
    [
      "where a link leads",
      (store) => store.realPath("/w/link.ts"),
      (disk) => {
        disk.remove("/w/link.ts");
        disk.link("/w/link.ts", "/w/linted.ts");
      },
    ],
    [
      "what was made of a file for another rule",
      (store) =>
        store.memo(settings, "text", () => store.readText(file, String)),
      (disk) => {
        disk.write(file, "2");
      },
    ],
  ])("%s: it is begun again when that changed", (_what, ask, change) => {
    const disk = new MemoryDisk({ [file]: "1", "/w/linted.ts": "" });
    disk.link("/w/link.ts", file);
    const { silent, store } = silences(disk);
    ask(store);
    run(silent(), "rule", () => ask(store));
    disk.time += 250;
    expect(silent().has("rule")).toBe(true);
    disk.time += 1;
    change(disk);
    disk.time += 250;
    expect(silent().has("rule")).toBe(false);
  });

  it("was only whether a file is there: its contents may change", () => {
    const disk = new MemoryDisk({ [file]: "1" });
    const { silent, store } = silences(disk);
    run(silent(), "rule", () => store.exists(file));
    disk.time += 250;
    disk.write(file, "22");
    disk.time += 250;
    expect(silent().has("rule")).toBe(true);
  });

  it("was whether a file is in a folder: what else is in there may change", () => {
    const disk = new MemoryDisk({ [file]: "1" });
    const { silent, store } = silences(disk);
    run(silent(), "rule", () => store.isInside(file, "/w"));
    disk.time += 250;
    disk.write("/w/.eslintcache", "");
    disk.time += 250;
    expect(silent().has("rule")).toBe(true);
    disk.rename("/w", "/other");
    disk.write("/elsewhere/a.ts", "1");
    disk.link("/w", "/elsewhere");
    disk.time += 250;
    expect(silent().has("rule")).toBe(false);
  });

  it("was whether a file is in a folder that a link leads to by now", () => {
    const disk = new MemoryDisk({ "/real/a.ts": "1", "/other/b.ts": "" });
    disk.link("/w", "/other");
    const { silent, store } = silences(disk);
    const isInside = (): boolean => store.isInside("/real/a.ts", "/w");
    expect(isInside()).toBe(false);
    run(silent(), "rule", isInside);
    disk.remove("/w");
    disk.link("/w", "/real");
    disk.time += 250;
    expect(silent().has("rule")).toBe(false);
    expect(isInside()).toBe(true);
  });

  it("could not be read: it is begun again, though nothing seems to change", () => {
    const disk = new MemoryDisk({ [file]: "1" });
    disk.failures.set(`read ${file}`, "EIO");
    const { silent, store } = silences(disk);
    run(silent(), "rule", () => store.readText(file, String));
    expect(silent().has("rule")).toBe(false);
  });

  it("could not be read, right after all else was found to be the same", () => {
    const disk = new MemoryDisk({ [file]: "1", "/w/b.ts": "" });
    disk.failures.set("read /w/b.ts", "EIO");
    const { silent, store } = silences(disk);
    run(silent(), "early", () => store.readText(file, String));
    const second = silent();
    expect(second.has("early")).toBe(true);
    run(second, "late", () => store.readText("/w/b.ts", String));
    expect(silent().has("early")).toBe(true);
    expect(silent().has("late")).toBe(false);
  });

  it("is another's business: that one alone is begun again", () => {
    const disk = new MemoryDisk({ [file]: "1", "/w/b.ts": "" });
    const { silent, store } = silences(disk);
    const first = silent();
    run(first, "a", () => store.readText(file, String));
    run(first, "b", () => store.readText("/w/b.ts", String));
    disk.time += 1;
    disk.write(file, "2");
    disk.time += 250;
    expect(silent().has("a")).toBe(false);
    expect(silent().has("b")).toBe(true);
    disk.time += 250;
    expect(silent().has("b")).toBe(true);
    disk.write("/w/b.ts", "2");
    disk.time += 250;
    expect(silent().has("b")).toBe(false);
  });

  it("was asked late, for another rule: it is begun again with that one", () => {
    const disk = new MemoryDisk({ [file]: "1" });
    const { silent, store } = silences(disk);
    const text = store.late(() => store.readText(file, String));
    const first = silent();
    run(first, "early", text);
    run(first, "late", text);
    disk.time += 1;
    disk.write(file, "2");
    disk.time += 250;
    expect(silent().has("early")).toBe(false);
    expect(silent().has("late")).toBe(false);
  });

  it("is looked at once an interval, however often the file is linted", () => {
    const disk = new MemoryDisk({ [file]: "1" });
    const { silent, store } = silences(disk);
    disk.time = 1000;
    run(silent(), "rule", () => store.readText(file, String));
    const looks = vi.spyOn(disk, "statSync");
    disk.time += 249;
    silent();
    expect(looks).toHaveBeenCalledTimes(0);
    disk.time += 1;
    silent();
    silent();
    disk.time += 249;
    silent();
    expect(looks).toHaveBeenCalledTimes(1);
    disk.time += 1;
    silent();
    expect(looks).toHaveBeenCalledTimes(2);
  });

  it("changed while the file was linted: nobody knows what a rule rests on", () => {
    const disk = new MemoryDisk({ [file]: "1" });
    const { silent, store } = silences(disk);
    const first = silent();
    run(first, "early", () => store.readText(file, String));
    const both = first.begin();
    both.noting(() => store.readText(file, String));
    disk.time += 250;
    disk.write(file, "2");
    both.noting(() => store.readText(file, String));
    both.wasSilent("both");
    run(first, "late", () => store.readText(file, String));
    expect(silent().has("early")).toBe(false);
    expect(silent().has("both")).toBe(false);
    expect(silent().has("late")).toBe(true);
  });
});
