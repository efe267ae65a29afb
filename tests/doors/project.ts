import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

// A user's repository in a temporary folder. Its packages are links to those of
// this repository, so nothing is installed; tests/package installs for real.

export const repository = fileURLToPath(new URL("../..", import.meta.url));

const actions = "front/lib/actions/mcp_internal_actions";
const servers = "front/lib/api/actions/servers";

/** The example's files that tests edit, from the project's root. */
export const files = {
  constants: `${actions}/constants.ts`,
  dispatch: `${actions}/servers/index.ts`,
  corpus: `${servers}/bm25_tool_search_utils.test.ts`,
  snapshot: `${actions}/internal_mcp_server_availability.snapshot.json`,
  weatherStation: `${actions}/servers/weather_station.ts`,
  metadata: (server: string): string => `${servers}/${server}/metadata.ts`,
  handlers: (server: string): string => `${servers}/${server}/tools/index.ts`,
} as const;

/** How a command ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class Project {
  readonly root: string;

  /** @param example a folder of `examples/` that is copied */
  constructor(example: string) {
    this.root = fs.realpathSync(
      fs.mkdtempSync(path.join(os.tmpdir(), "mcp-runbook-door-")),
    );
    fs.cpSync(path.join(repository, "examples", example), this.root, {
      recursive: true,
    });
    this.#linkPackages();
    // By it the workspace root is known; `git init` fills it.
    fs.mkdirSync(this.path(".git"));
    this.write(".gitignore", "node_modules\n");
    this.write("package.json", `{ "private": true }\n`);
    // What a person has set up at home must not reach the test.
    this.write("node_modules/.git-config", gitConfig);
  }

  /** Removes the folder when the running test is over. */
  forThisTest(): this {
    onTestFinished(() => {
      this.remove();
    });
    return this;
  }

  remove(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }

  path(file: string): string {
    return path.join(this.root, file);
  }

  read(file: string): string {
    return fs.readFileSync(this.path(file), "utf8");
  }

  write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(this.path(file)), { recursive: true });
    fs.writeFileSync(this.path(file), text);
  }

  /** Changes a file; an edit that finds nothing to change is a mistake. */
  edit(file: string, change: (text: string) => string): void {
    const before = this.read(file);
    const after = change(before);
    if (after === before) {
      throw new Error(`The edit of ${file} changed nothing`);
    }
    this.write(file, after);
  }

  /** Writes a server without a mistake in it, which is registered nowhere. */
  defineServer(name: string): void {
    for (const file of [files.metadata, files.handlers]) {
      this.write(
        file(name),
        this.read(file("unit_converter"))
          .replaceAll("UNIT_CONVERTER", name.toUpperCase())
          .replaceAll("unit_converter", name),
      );
    }
  }

  /** Runs a command of `node_modules/.bin`, or one of the machine's. */
  async run(command: string, args: readonly string[]): Promise<Outcome> {
    const local = this.path(`node_modules/.bin/${command}`);
    return execute(fs.existsSync(local) ? local : command, args, this.root);
  }

  /** A git command that has to succeed. */
  async git(...args: readonly string[]): Promise<string> {
    const { code, stderr, stdout } = await this.run("git", args);
    if (code !== 0) {
      throw new Error(`git ${args.join(" ")}: ${stdout}${stderr}`);
    }
    return stdout;
  }

  #linkPackages(): void {
    const from = path.join(repository, "node_modules");
    const to = this.path("node_modules");
    fs.mkdirSync(to);
    for (const name of fs.readdirSync(from)) {
      fs.symlinkSync(path.join(from, name), path.join(to, name));
    }
    fs.symlinkSync(repository, path.join(to, "eslint-plugin-mcp-runbook"));
  }
}

const gitConfig = `[user]
	name = A Tester
	email = tester@example.com
[init]
	defaultBranch = main
[commit]
	gpgsign = false
`;

/**
 * The environment of a command. Tests may themselves run in a hook or in CI,
 * whose variables would tell git and the tools where to look and what to skip.
 */
function environment(cwd: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(?:GIT_|HUSKY|LEFTHOOK|npm_|NODE_ENV$|NODE_OPTIONS$|VITEST|TEST$|CI$|FORCE_COLOR$)/.test(
        name,
      ),
  );
  return {
    ...Object.fromEntries(inherited),
    GIT_CONFIG_GLOBAL: path.join(cwd, "node_modules/.git-config"),
    GIT_CONFIG_NOSYSTEM: "1",
    NO_COLOR: "1",
  };
}

function execute(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      args,
      { cwd, env: environment(cwd), maxBuffer: 1e8 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === "number") {
          resolve({ code, stdout, stderr });
        } else {
          reject(
            new Error(`${command} did not run: ${String(code)}`, {
              cause: error,
            }),
          );
        }
      },
    );
  });
}
