import { execFile } from "node:child_process";
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, it } from "vitest";

// CHANGELOG.md is written by changesets, and only when a version is released:
// this runs the tool over a copy, so that it works then.

const repository = path.resolve(import.meta.dirname, "..");
const changesets = path.join(repository, "node_modules/@changesets/cli/bin.js");

let copy: string;

beforeEach(() => {
  copy = mkdtempSync(path.join(tmpdir(), "mcp-runbook-changelog-"));
  for (const entry of [".changeset", "CHANGELOG.md", "package.json"]) {
    cpSync(path.join(repository, entry), path.join(copy, entry), {
      recursive: true,
    });
  }
});

afterEach(() => {
  rmSync(copy, { recursive: true, force: true });
});

const text = (...file: readonly string[]): string =>
  readFileSync(path.join(...file), "utf8");

const versionIn = (...file: readonly string[]): string =>
  (JSON.parse(text(...file)) as { version: string }).version;

const newest = (changelog: string): string | undefined =>
  /^## (.+)$/m.exec(changelog)?.[1];

it("ends with the version of package.json and of its lock", () => {
  const version = versionIn(repository, "package.json");
  expect(newest(text(repository, "CHANGELOG.md"))).toBe(version);
  expect(versionIn(repository, "package-lock.json")).toBe(version);
});

it("takes the notes that are waiting, and one more", async () => {
  const note = "Nothing is reported twice any more.";
  writeFileSync(
    path.join(copy, ".changeset/one-more.md"),
    `---\n"eslint-plugin-mcp-runbook": patch\n---\n\n${note}\n`,
  );
  const before = text(copy, "CHANGELOG.md");
  await promisify(execFile)(process.execPath, [changesets, "version"], {
    cwd: copy,
  });
  const after = text(copy, "CHANGELOG.md");
  const version = versionIn(copy, "package.json");
  expect(version).not.toBe(versionIn(repository, "package.json"));
  expect(newest(after)).toBe(version);
  expect(after).toContain(`- ${note}`);
  const [heading = "", ...old] = before.split("\n");
  expect(after.startsWith(heading)).toBe(true);
  expect(after.endsWith(old.join("\n"))).toBe(true);
});
