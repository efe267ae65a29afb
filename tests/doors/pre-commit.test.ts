import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { files, Project, repository, type Outcome } from "./project.ts";

// Commits in a git repository whose hook is set up as docs/pre-commit.md says.

const page = readFileSync(path.join(repository, "docs/pre-commit.md"), "utf8");

/** The file that the page shows under its name. */
function documented(file: string): string {
  const [, text] =
    page.split(`\n\`${file}\`:\n\n`)[1]?.match(/^```\w+\n(.*?)^```$/ms) ?? [];
  if (text === undefined) {
    throw new Error(`docs/pre-commit.md shows no ${file}`);
  }
  return text;
}

const hooks = [
  {
    name: "husky and lint-staged",
    async install(project: Project): Promise<void> {
      expect(await project.run("husky", [])).toMatchObject({ code: 0 });
      for (const file of [".husky/pre-commit", "lint-staged.config.mjs"]) {
        project.write(file, documented(file));
      }
    },
  },
  {
    name: "lefthook",
    async install(project: Project): Promise<void> {
      project.write("lefthook.yml", documented("lefthook.yml"));
      expect(await project.run("lefthook", ["install"])).toMatchObject({
        code: 0,
      });
    },
  },
] as const;

/** A repository with one commit, from before the hook was there. */
async function repositoryWith(hook: (typeof hooks)[number]): Promise<Project> {
  const project = new Project("dust-front").forThisTest();
  await project.git("init");
  await project.git("add", ".");
  await project.git("commit", "--message", "Start");
  await hook.install(project);
  await project.git("add", ".");
  await project.git("commit", "--no-verify", "--message", "Add the hook");
  return project;
}

/** Commits what is staged; the output is both streams, without colors. */
async function commit(
  project: Project,
): Promise<{ blocked: boolean; output: string }> {
  const before = await project.git("rev-parse", "HEAD");
  const { code, stderr, stdout }: Outcome = await project.run("git", [
    ...["commit", "--message", "Test"],
  ]);
  const after = await project.git("rev-parse", "HEAD");
  const output = stdout + stderr;
  expect(code !== 0, output).toBe(before === after);
  return { blocked: before === after, output };
}

interface Message {
  readonly suggestions?: readonly {
    readonly fix: { readonly range: [number, number]; readonly text: string };
  }[];
}

/** Runs `eslint --fix` and takes what is left as a suggestion, as a person would. */
async function mend(project: Project): Promise<void> {
  for (let round = 1; round <= 5; round++) {
    const { code, stdout } = await project.run("eslint", [
      ...[".", "--fix", "--format", "json"],
    ]);
    if (code === 0) {
      return;
    }
    const results = JSON.parse(stdout) as readonly {
      readonly filePath: string;
      readonly messages: readonly Message[];
    }[];
    for (const { filePath, messages } of results) {
      takeSuggestions(project, path.relative(project.root, filePath), messages);
    }
  }
  throw new Error("After 5 rounds, there still is something to mend");
}

function takeSuggestions(
  project: Project,
  file: string,
  messages: readonly Message[],
): void {
  const fixes = messages
    .flatMap(({ suggestions }) => suggestions?.[0]?.fix ?? [])
    .sort((a, b) => b.range[0] - a.range[0]);
  for (const { range, text } of fixes) {
    project.edit(
      file,
      (code) => code.slice(0, range[0]) + text + code.slice(range[1]),
    );
  }
}

describe.each(hooks)("$name", (hook) => {
  it("a new server is blocked until it is registered everywhere", async () => {
    const project = await repositoryWith(hook);
    const metadata = files.metadata("recipe_box");
    project.defineServer("recipe_box");
    await project.git("add", metadata);
    const first = await commit(project);
    expect(first.blocked, first.output).toBe(true);
    expect(first.output).toContain(metadata);
    for (const registry of ["bm25-corpus", "constants", "switch"]) {
      expect(first.output).toContain(`mcp-runbook/registered-in-${registry}`);
    }

    await mend(project);
    await project.git("add", ".");
    const second = await commit(project);
    expect(second.blocked, second.output).toBe(false);
  });

  it("an edit of a registry that breaks a server elsewhere is blocked", async () => {
    const project = await repositoryWith(hook);
    project.edit(files.dispatch, (text) =>
      text.replace(/ {4}case "parcelhub":\n.*\n/, ""),
    );
    await project.git("add", files.dispatch);
    const { blocked, output } = await commit(project);
    expect(blocked, output).toBe(true);
    // Not staged, and named all the same.
    expect(output).toContain(files.metadata("parcelhub"));
  });

  it("a commit that only deletes a server is blocked", async () => {
    const project = await repositoryWith(hook);
    await project.git("rm", "-r", "front/lib/api/actions/servers/parcelhub");
    const { blocked, output } = await commit(project);
    expect(blocked, output).toBe(true);
    expect(output).toContain(files.dispatch);
  });

  it("a commit of other files is not linted", async () => {
    const project = await repositoryWith(hook);
    project.edit(files.dispatch, (text) => text.replace("case", "xcase"));
    project.write("NOTES.md", "Nothing to do with servers.\n");
    await project.git("add", "NOTES.md");
    const { blocked, output } = await commit(project);
    expect(blocked, output).toBe(false);
    expect(output).not.toContain("mcp-runbook/");
  });
});

it("lint-staged: a registration that was not staged does not count", async () => {
  const [husky] = hooks;
  const project = await repositoryWith(husky);
  project.defineServer("recipe_box");
  await mend(project);
  await project.git("add", "front/lib/api/actions/servers/recipe_box");
  const { blocked, output } = await commit(project);
  expect(blocked, output).toBe(true);
  expect(output).toContain("mcp-runbook/registered-in-constants");
  // lint-staged puts back what it hid.
  expect(project.read(files.constants)).toContain("recipe_box");
});
