import path from "node:path";
import { expect, it } from "vitest";
import { FileStore } from "../../src/files/file-store.ts";
import { findRoots } from "../../src/files/roots.ts";
import { FakeDisk } from "./support.ts";

const constants = "lib/constants.ts";
const app = `app/${constants}`;

/** The roots of `/w/app/src/a.ts` (or another file) below `/w`. */
function roots(
  files: Readonly<Record<string, string>>,
  root?: string,
  file = "app/src/a.ts",
) {
  const disk = new FakeDisk();
  for (const [name, text] of Object.entries(files)) {
    disk.write(path.join("/w", name), text);
  }
  const store = new FileStore({ fileSystem: disk, now: disk.now });
  const found = findRoots(
    path.join("/w", file),
    { landmarks: [constants], root },
    store,
  );
  return [found.appRoot, found.workspaceRoot];
}

it.each([
  [
    "the app root is the workspace root where there is no other",
    { [app]: "" },
    ["/w/app", "/w/app"],
  ],
  [
    ".git marks the workspace root",
    { [app]: "", ".git": "" },
    ["/w/app", "/w"],
  ],
  [
    "the nearest .git does",
    { [app]: "", ".git": "", "app/.git": "" },
    ["/w/app", "/w/app"],
  ],
  [
    "npm workspaces mark it",
    { [app]: "", "package.json": `{ "workspaces": ["app"] }` },
    ["/w/app", "/w"],
  ],
  [
    "also behind a BOM",
    { [app]: "", "package.json": `\uFEFF{ "workspaces": [] }` },
    ["/w/app", "/w"],
  ],
  [
    "a package.json without workspaces does not",
    { [app]: "", "package.json": "{}" },
    ["/w/app", "/w/app"],
  ],
  [
    "nor does a broken one",
    { [app]: "", "package.json": `{ "workspaces"` },
    ["/w/app", "/w/app"],
  ],
  [
    "the nearest of two app roots counts",
    { [app]: "", [constants]: "", ".git": "" },
    ["/w/app", "/w"],
  ],
  [
    "an app root above .git does not count",
    { [constants]: "", "app/.git": "" },
    [undefined, "/w/app"],
  ],
  [
    "without any, the nearest package is the root",
    { "app/package.json": "{}", "package.json": "{}" },
    [undefined, "/w/app"],
  ],
  [
    "without a package, the file's own folder is",
    {},
    [undefined, "/w/app/src"],
  ],
])("%s", (_what, files, expected) => {
  expect(roots(files)).toEqual(expected);
});

it("looks once into a folder that holds none of the landmarks", () => {
  const disk = new FakeDisk();
  disk.write("/w/app/lib/constants.ts", "");
  const store = new FileStore({ fileSystem: disk, now: disk.now });
  const options = {
    landmarks: ["lib/constants.ts", "lib/servers/index.ts"],
    root: "/w/app",
  };
  findRoots("/w/app/src/deep/a.ts", options, store);
  // Once in each of two folders; in the app root for `lib` and each landmark.
  expect(disk.stats).toBe(5);
});

it("takes a landmark that is linted to be there, before its folder is", () => {
  expect(roots({ "app/.git": "" }, "/w/app", app)).toEqual([
    "/w/app",
    "/w/app",
  ]);
});

it("takes the workspace root from the setting, .git or not", () => {
  expect(roots({ [app]: "", "app/.git": "" }, "/w")).toEqual(["/w/app", "/w"]);
  expect(roots({ [constants]: "" }, "/w/app")).toEqual([undefined, "/w/app"]);
});

it("knows no app root for a file outside the setting's folder", () => {
  expect(roots({ [app]: "" }, "/elsewhere")).toEqual([undefined, "/elsewhere"]);
});
