import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FileStore } from "../../src/files/file-store.ts";
import { ImportResolver } from "../../src/files/resolve-import.ts";
import { FakeDisk, folder } from "./support.ts";

/** What `src/main.ts` means by a specifier, relative to the project. */
function resolver(root: string, restatInterval = 250) {
  let time = 0;
  const made = new ImportResolver(
    new FileStore({ now: () => time, restatInterval }),
  );
  return {
    later: () => (time += 1000),
    resolve: (specifier: string, from = "src/main.ts", appRoot?: string) => {
      const found = made.resolve(path.join(root, from), specifier, {
        workspaceRoot: root,
        appRoot,
      });
      return found && path.relative(root, found).replaceAll("\\", "/");
    },
  };
}

describe("relative imports", () => {
  it.each([
    ["./a", ["src/a.ts"], "src/a.ts"],
    ["../b", ["b.tsx"], "b.tsx"],
    ["./a.js", ["src/a.ts"], "src/a.ts"],
    ["./a.js", ["src/a.tsx"], "src/a.tsx"],
    ["./a.js", ["src/a.js"], "src/a.js"],
    ["./a.js", ["src/a.js", "src/a.ts"], "src/a.ts"],
    ["./a.mjs", ["src/a.mts"], "src/a.mts"],
    ["./a.cjs", ["src/a.cts"], "src/a.cts"],
    ["./a.ts", ["src/a.ts"], "src/a.ts"],
    ["./a", ["src/a/index.ts"], "src/a/index.ts"],
    ["./a", ["src/a.ts", "src/a/index.ts"], "src/a.ts"],
    ["./a/", ["src/a.ts", "src/a/index.ts"], "src/a/index.ts"],
    [".", ["src.ts", "src/index.js"], "src/index.js"],
    ["..", ["index.ts"], "index.ts"],
    ["./a.test", ["src/a.test.ts"], "src/a.test.ts"],
    ["./a.b/c", ["src/a.b/c.ts"], "src/a.b/c.ts"],
    ["./a", ["src/b.ts"], undefined],
    ["a", ["src/a.ts", "node_modules/a/index.js"], undefined],
    ["@scope/a", ["node_modules/@scope/a/index.js"], undefined],
    [".a", ["src/.a.ts"], undefined],
  ])("%s among %s is %s", (specifier, files, expected) => {
    const root = folder(Object.fromEntries(files.map((name) => [name, ""])));
    expect(resolver(root).resolve(specifier)).toBe(expected);
  });

  it("does not leave the workspace", () => {
    const root = folder({ "w/src/a.ts": "", "out.ts": "" });
    expect(resolver(path.join(root, "w")).resolve("../../out")).toBeUndefined();
  });

  it("does not follow a link out of the workspace", () => {
    const root = folder({ "w/src/a.ts": "", "out/b.ts": "" });
    fs.symlinkSync(path.join(root, "out"), path.join(root, "w/src/link"));
    fs.symlinkSync(
      path.join(root, "w/src/a.ts"),
      path.join(root, "w/src/in.ts"),
    );
    const { resolve } = resolver(path.join(root, "w"));
    expect(resolve("./link/b")).toBeUndefined();
    expect(resolve("./in")).toBe("src/in.ts");
  });
});

describe("paths of the tsconfig", () => {
  const paths = (target: string): string =>
    `{ // a comment\n "compilerOptions": { "paths": { "~/*": ["./${target}/*"], } } }`;

  it.each([
    ["in it", { "tsconfig.json": paths("lib") }, "lib/a.ts"],
    [
      "in what it extends",
      {
        "tsconfig.json": `{ "extends": "./base.json" }`,
        "base.json": paths("lib"),
      },
      "lib/a.ts",
    ],
    [
      "in the nearest",
      { "tsconfig.json": paths("other"), "src/tsconfig.json": paths("../lib") },
      "lib/a.ts",
    ],
    ["in none", {}, undefined],
    [
      "in a broken one",
      { "tsconfig.json": `{ "compilerOptions": { "pa` },
      undefined,
    ],
    [
      "in one that extends nothing there is",
      { "tsconfig.json": `{ "extends": "./none.json" }` },
      undefined,
    ],
    [
      "in one that extends itself",
      { "tsconfig.json": `{ "extends": "./tsconfig.json" }` },
      undefined,
    ],
  ])("are found %s", (_where, files, expected) => {
    const root = folder({ "lib/a.ts": "", "other/b.ts": "", ...files });
    expect(resolver(root).resolve("~/a")).toBe(expected);
  });

  it("are read again when a file changed that it extends", () => {
    const root = folder({
      "tsconfig.json": `{ "extends": "./base.json" }`,
      "base.json": paths("lib"),
      "lib/a.ts": "",
      "elsewhere/a.ts": "",
    });
    const { later, resolve } = resolver(root);
    expect(resolve("~/a")).toBe("lib/a.ts");
    fs.writeFileSync(path.join(root, "base.json"), paths("elsewhere"));
    later();
    expect(resolve("~/a")).toBe("elsewhere/a.ts");
  });

  it("are not found in a file outside the workspace that it extends", () => {
    const root = folder({
      "base.json": paths("w/lib"),
      "w/tsconfig.json": `{ "extends": "../base.json" }`,
      "w/lib/a.ts": "",
    });
    expect(
      resolver(path.join(root, "w")).resolve("~/a", "src/main.ts"),
    ).toBeUndefined();
    expect(resolver(root).resolve("~/a", "w/src/main.ts")).toBe("w/lib/a.ts");
  });

  it("are not found behind a link out of the workspace", () => {
    const root = folder({
      "out/base.json": paths("lib"),
      "w/tsconfig.json": `{ "extends": "./config/base.json" }`,
      "w/lib/a.ts": "",
      "w/config/lib/a.ts": "",
      "w/inner/base.json": paths("../lib"),
    });
    const link = path.join(root, "w/config/base.json");
    const { later, resolve } = resolver(path.join(root, "w"));
    fs.symlinkSync(path.join(root, "out/base.json"), link);
    expect(resolve("~/a")).toBeUndefined();
    fs.rmSync(link);
    fs.symlinkSync(path.join(root, "w/inner/base.json"), link);
    later();
    expect(resolve("~/a")).toBe("lib/a.ts");
  });

  it("are those of the next one where the nearest is a link out of the workspace", () => {
    const root = folder({
      "out/tsconfig.json": paths("../other"),
      "w/tsconfig.json": paths("lib"),
      "w/src/main.ts": "",
      "w/lib/a.ts": "",
      "w/other/a.ts": "",
    });
    fs.symlinkSync(
      path.join(root, "out/tsconfig.json"),
      path.join(root, "w/src/tsconfig.json"),
    );
    expect(resolver(path.join(root, "w")).resolve("~/a")).toBe("lib/a.ts");
  });

  it("are found in a package of the workspace, but not in one outside", () => {
    const root = folder({
      "node_modules/@acme/tsconfig/package.json": `{ "tsconfig": "base.json" }`,
      "node_modules/@acme/tsconfig/base.json": paths("../../../w/lib"),
      "w/lib/a.ts": "",
      "w/tsconfig.json": `{ "extends": "@acme/tsconfig" }`,
    });
    expect(resolver(root).resolve("~/a", "w/src/main.ts")).toBe("w/lib/a.ts");
    expect(
      resolver(path.join(root, "w")).resolve("~/a", "src/main.ts"),
    ).toBeUndefined();
  });

  it("still hold where it extends a file that may not be read", () => {
    const root = folder({
      "base.json": paths("lib"),
      "w/tsconfig.json": `{ "extends": "./inner.json", "compilerOptions": { "strict": true } }`,
      "w/inner.json": `{ "extends": "../base.json", "compilerOptions": { "paths": { "~/*": ["./inner/*"] } } }`,
      "w/inner/a.ts": "",
      "w/lib/a.ts": "",
    });
    expect(resolver(path.join(root, "w")).resolve("~/a")).toBe("inner/a.ts");
  });

  it("are read again when the file appears that it extends", () => {
    const root = folder({
      "tsconfig.json": `{ "extends": ["./base", "./none"] }`,
      "lib/a.ts": "",
    });
    const { later, resolve } = resolver(root);
    expect(resolve("~/a")).toBeUndefined();
    fs.writeFileSync(path.join(root, "base.json"), paths("lib"));
    fs.writeFileSync(path.join(root, "none.json"), "{}");
    later();
    expect(resolve("~/a")).toBe("lib/a.ts");
  });

  it("come from the store, and not past it from the disk", () => {
    const disk = new FakeDisk();
    disk.makeFolder("/no-such-folder/w");
    disk.write(
      "/no-such-folder/w/tsconfig.json",
      `{ "extends": "./base.json" }`,
    );
    disk.write("/no-such-folder/w/base.json", paths("lib"));
    disk.write("/no-such-folder/w/lib/a.ts", "");
    const store = new FileStore({ fileSystem: disk, now: disk.now });
    const found = new ImportResolver(store).resolve(
      "/no-such-folder/w/main.ts",
      "~/a",
      { workspaceRoot: "/no-such-folder/w", appRoot: undefined },
    );
    expect(found).toBe("/no-such-folder/w/lib/a.ts");
  });

  it("come before the app root", () => {
    const root = folder({
      "tsconfig.json": `{ "compilerOptions": { "paths": { "@app/*": ["./lib/*"] } } }`,
      "lib/a.ts": "",
      "app/a.ts": "",
      "app/b.ts": "",
    });
    const { resolve } = resolver(root);
    const app = path.join(root, "app");
    expect(resolve("@app/a", "src/main.ts", app)).toBe("lib/a.ts");
    expect(resolve("@app/b", "src/main.ts", app)).toBe("app/b.ts");
    expect(resolve("@app/b")).toBeUndefined();
  });

  it("let no @app/ import leave the workspace", () => {
    const root = folder({ "w/app/a.ts": "", "out.ts": "" });
    const { resolve } = resolver(path.join(root, "w"));
    expect(
      resolve("@app/../../out", "src/main.ts", path.join(root, "w/app")),
    ).toBeUndefined();
  });
});
