import { describe, expect, it } from "vitest";
import { Asked } from "../../src/files/asked.ts";
import { largestFile } from "../../src/files/disk.ts";
import { FileStore } from "../../src/files/file-store.ts";
import type { Reading } from "../../src/files/reading.ts";
import type { SourceFile } from "../../src/source/syntax-tree.ts";
import { FakeDisk } from "./support.ts";

const file = "/p/a.ts";
const statements = ({ program, text }: SourceFile): object => ({
  count: program.body.length,
  text,
});

function disk(text?: string): { disk: FakeDisk; store: FileStore } {
  const made = new FakeDisk();
  if (text !== undefined) {
    made.write(file, text);
  }
  return {
    disk: made,
    store: new FileStore({
      fileSystem: made,
      now: made.now,
      restatInterval: 100,
    }),
  };
}

describe("a file that stays the same", () => {
  it("is read and parsed once, and gives the same object", () => {
    const { disk: made, store } = disk("a; b;");
    const first = store.read(file, statements);
    made.time = 1000;
    expect(first).toEqual({
      status: "read",
      value: { count: 2, text: "a; b;" },
    });
    expect(store.read(file, statements)).toBe(first);
    expect(made.reads).toBe(1);
  });

  it("is not looked at again within the interval", () => {
    const { disk: made, store } = disk("a;");
    store.read(file, statements);
    made.time = 99;
    store.read(file, statements);
    expect(made.stats).toBe(1);
    made.time = 100;
    store.read(file, statements);
    expect(made.stats).toBe(2);
  });

  it("is read by each extractor for itself", () => {
    const { store } = disk("a;");
    const other = ({ text }: SourceFile): number => text.length;
    expect(store.read(file, statements)).toMatchObject({ value: { count: 1 } });
    expect(store.read(file, other)).toMatchObject({ value: 2 });
    expect(store.read(file, statements)).toMatchObject({ value: { count: 1 } });
  });
});

describe("a file that changes", () => {
  it.each([
    ["its mtime", "b;", 5],
    ["its size", "a; b;", 0],
  ])(
    "is read again when %s changed, but not before the interval is over",
    (_what, text, mtime) => {
      const { disk: made, store } = disk("a;");
      const before = store.version(file);
      store.read(file, statements);
      made.write(file, text, mtime);
      made.time = 99;
      expect(store.read(file, statements)).toMatchObject({
        value: { text: "a;" },
      });
      expect(store.version(file)).toBe(before);
      made.time = 100;
      expect(store.read(file, statements)).toMatchObject({ value: { text } });
      expect(store.version(file)).not.toBe(before);
    },
  );

  it("is found when it was created", () => {
    const { disk: made, store } = disk();
    expect(store.read(file, statements)).toEqual({ status: "missing" });
    made.write(file, "a;");
    made.time = 99;
    expect(store.read(file, statements)).toEqual({ status: "missing" });
    expect(made.stats).toBe(1);
    made.time = 100;
    expect(store.read(file, statements)).toMatchObject({ status: "read" });
  });

  it("is missed when it was deleted", () => {
    const { disk: made, store } = disk("a;");
    store.read(file, statements);
    made.remove(file);
    made.time = 100;
    expect(store.read(file, statements)).toEqual({ status: "missing" });
    expect(store.isFile(file)).toBe(false);
    expect(store.exists(file)).toBe(false);
  });

  it("is no file any more when a folder took its place", () => {
    const { disk: made, store } = disk("a;");
    store.read(file, statements);
    made.makeFolder(file);
    made.time = 100;
    expect(store.read(file, statements)).toEqual({ status: "not-a-file" });
    expect(store.isFile(file)).toBe(false);
    expect(store.exists(file)).toBe(true);
  });
});

describe("a file that can't be had", () => {
  it.each(["ENOENT", "ENOTDIR"])("is missing on %s", (code) => {
    const { disk: made, store } = disk();
    made.failures.set(`stat ${file}`, code);
    expect(store.read(file, statements)).toEqual({ status: "missing" });
  });

  it.each(["stat", "read"])("says why a %s fails, until it works", (call) => {
    const { disk: made, store } = disk("a;");
    made.failures.set(`${call} ${file}`, "EACCES");
    expect(store.read(file, statements)).toMatchObject({
      status: "unreadable",
      reason: expect.stringContaining("EACCES") as string,
    });
    made.failures.clear();
    expect(store.read(file, statements)).toMatchObject({
      status: "unreadable",
    });
    made.time = 100;
    expect(store.read(file, statements)).toMatchObject({ status: "read" });
  });

  it("is not read when it is too large", () => {
    const { disk: made, store } = disk("a;");
    made.grow(file, largestFile + 1);
    expect(store.read(file, statements)).toEqual({
      status: "too-large",
      size: largestFile + 1,
    });
    expect(made.reads).toBe(0);
    made.grow(file, largestFile);
    made.time = 100;
    expect(store.read(file, statements)).toMatchObject({ status: "read" });
  });

  it("says where it does not parse", () => {
    expect(disk("// 😀\na;\nb = ;").store.read(file, statements)).toMatchObject(
      {
        status: "not-parsed",
        reason: "Unexpected token",
        line: 3,
        conflict: false,
      },
    );
  });

  it("is known to hold a merge conflict", () => {
    const text = "a;\n<<<<<<< HEAD\nb;\n=======\nc;\n>>>>>>> x\n";
    expect(disk(text).store.read(file, statements)).toMatchObject({
      status: "not-parsed",
      conflict: true,
    });
  });
});

describe("text", () => {
  it("is parsed without its BOM", () => {
    expect(disk("\uFEFFa;").store.read(file, statements)).toMatchObject({
      value: { text: "a;" },
    });
  });

  it("is handed over as it stands where it is no program", () => {
    expect(disk("{ no program").store.readText(file, (text) => text)).toEqual({
      status: "read",
      value: "{ no program",
    });
  });
});

describe("whether a file is in a folder", () => {
  it("tells folders with the same start apart, and asks the disk once", () => {
    const { disk: made, store } = disk();
    for (const name of ["/", "/p", "/pq", "/pq/a.ts", "/p/a.ts"]) {
      made.makeFolder(name);
    }
    expect(store.isInside("/p/a.ts", "/p")).toBe(true);
    expect(store.isInside("/p", "/p")).toBe(true);
    expect(store.isInside("/p/a.ts", "/")).toBe(true);
    expect(store.isInside("/pq/a.ts", "/p")).toBe(false);
    expect(store.isInside("/p/none.ts", "/p")).toBe(false);
    const asked = made.realPaths;
    store.isInside("/p/a.ts", "/p");
    expect(made.realPaths).toBe(asked);
    made.time = 100;
    store.isInside("/p/a.ts", "/p");
    expect(made.realPaths).toBe(asked + 2);
  });
});

describe("what is made of files", () => {
  const text = (reading: Reading<string>): string =>
    reading.status === "read" ? reading.value : reading.status;

  it("is kept as long as the disk answers the same, and then made anew", () => {
    const { disk: made, store } = disk("a");
    const owner = {};
    let count = 0;
    const get = (): unknown =>
      store.memo(owner, "text", () => {
        count++;
        return text(store.readText(file, String));
      });
    expect([get(), get()]).toEqual(["a", "a"]);
    made.time = 1000;
    expect(get()).toBe("a");
    expect(count).toBe(1);
    made.write(file, "b");
    made.time += 99;
    expect(get()).toBe("a");
    made.time += 1;
    expect(get()).toBe("b");
    expect(count).toBe(2);
  });

  it("is never older than the interval, however late it was made", () => {
    const { disk: made, store } = disk("a");
    const owner = {};
    const get = (): unknown =>
      store.memo(owner, "text", () => text(store.readText(file, String)));
    store.readText(file, String);
    made.time = 60;
    made.write(file, "b", 1);
    expect(get()).toBe("a");
    made.time = 100;
    expect(get()).toBe("b");
  });

  it("is let go where it would be too much", () => {
    const { store } = disk("a");
    const owner = {};
    let count = 0;
    const get = (key: number): number =>
      store.memo(owner, String(key), () => ++count);
    for (let key = 0; key < 600; key++) {
      get(key);
    }
    get(599);
    expect(count).toBe(600);
    get(0);
    expect(count).toBe(601);
  });

  it("is made anew while a file can't be read", () => {
    const { disk: made, store } = disk("a");
    const owner = {};
    const get = (): unknown =>
      store.memo(owner, "text", () => store.readText(file, String).status);
    made.failures.set(`read ${file}`, "EACCES");
    expect(get()).toBe("unreadable");
    made.failures.clear();
    made.time = 100;
    expect(get()).toBe("read");
  });
});

describe("what is asked for several things together", () => {
  it("is not certain when it was looked for and not there, then read", () => {
    const { disk: made, store } = disk();
    const asked = new Asked();
    const part = (ask: () => unknown): void => {
      store.noting(asked, () => store.noted(ask));
    };
    made.makeFolder("/p");
    part(() => store.exists(file));
    made.time = 100;
    made.write(file, "a");
    part(() => store.readText(file, String));
    asked.joinParts();
    expect(store.isAnsweredAlike(asked)).toBe(false);
  });

  it("is the same when one of them only looked for what another read", () => {
    const { store } = disk("a");
    const asked = new Asked();
    store.noting(asked, () => {
      store.noted(() => store.exists(file));
      store.noted(() => store.readText(file, String));
    });
    asked.joinParts();
    expect(store.isAnsweredAlike(asked)).toBe(true);
  });
});

describe("what is read for now", () => {
  const size = 1_100_000;

  function many(names: string): ReturnType<typeof disk> {
    const made = disk();
    for (const name of names) {
      made.disk.write(`/p/${name}.ts`, "a;".padEnd(size));
    }
    return made;
  }

  it("is kept as long as few others are read, and then read again", () => {
    const { disk: made, store } = many("abcd");
    const read = (name: string): unknown =>
      store.readForNow(`/p/${name}.ts`, statements);
    const first = read("a");
    read("b");
    read("c");
    expect(read("a")).toBe(first);
    expect(made.reads).toBe(3);
    // Now b is the one that was not asked for since.
    read("d");
    expect(read("a")).toBe(first);
    read("c");
    expect(made.reads).toBe(4);
    read("b");
    expect(made.reads).toBe(5);
  });

  it("is kept for good where somebody asks for that", () => {
    const { disk: made, store } = many("abcde");
    const kept = store.readForNow("/p/a.ts", statements);
    expect(store.read("/p/a.ts", statements)).toBe(kept);
    for (const name of "bcde") {
      store.readForNow(`/p/${name}.ts`, statements);
    }
    expect(store.readForNow("/p/a.ts", statements)).toBe(kept);
    expect(made.reads).toBe(5);
    store.readForNow("/p/b.ts", statements);
    expect(made.reads).toBe(6);
  });

  it("leaves what others make of the same file", () => {
    const { disk: made, store } = many("abcde");
    const other = ({ text }: SourceFile): number => text.length;
    store.readForNow("/p/a.ts", statements);
    const kept = store.read("/p/a.ts", other);
    for (const name of "bcde") {
      store.readForNow(`/p/${name}.ts`, statements);
    }
    expect(store.read("/p/a.ts", other)).toBe(kept);
    expect(made.reads).toBe(6);
  });

  it("is read anew when the file changed", () => {
    const { disk: made, store } = disk("a;");
    expect(store.readForNow(file, statements)).toMatchObject({
      value: { count: 1 },
    });
    made.time = 100;
    made.write(file, "a; b;");
    expect(store.readForNow(file, statements)).toMatchObject({
      value: { count: 2 },
    });
  });
});
