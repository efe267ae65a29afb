import { execFile } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { folder } from "../files/support.ts";
import {
  metadata,
  metadataPlace,
  places,
  registry,
  repository,
} from "../registries/small-repository.ts";

// ESLint's own command line with the built plugin: its cache, its workers, its
// suppressions.

const run = promisify(execFile);
const repositoryRoot = path.resolve(import.meta.dirname, "../..");
const built = pathToFileURL(
  path.join(repositoryRoot, "dist/src/index.js"),
).href;
const eslintBin = path.join(
  repositoryRoot,
  "node_modules/eslint/bin/eslint.js",
);

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function eslint(
  cwd: string,
  ...args: readonly string[]
): Promise<Outcome> {
  try {
    const { stderr, stdout } = await run(
      process.execPath,
      [eslintBin, ...args],
      { cwd, maxBuffer: 1e8 },
    );
    return { code: 0, stderr, stdout };
  } catch (error) {
    return error as Outcome;
  }
}

/** A config with a rule that writes down which files are really linted. */
function config(preset: string): string {
  return `import { appendFileSync } from "node:fs";
import mcpRunbook, { presets } from ${JSON.stringify(built)};

const witness = {
  rules: {
    witness: {
      create: (context) => ({
        Program() {
          appendFileSync(${JSON.stringify("linted.txt")}, context.filename + "\\n");
        },
      }),
    },
  },
};

export default [
  ...${preset},
  { files: ["**/*.ts"], plugins: { witness }, rules: { "witness/witness": "error" } },
];
`;
}

/** What is linted, and what is said of it. */
async function cachedLint(
  root: string,
): Promise<{ linted: string[]; said: string[] }> {
  const log = path.join(root, "linted.txt");
  rmSync(log, { force: true });
  const { stderr, stdout } = await eslint(
    root,
    ".",
    "--cache",
    "--cache-strategy",
    "content",
    "-f",
    "json",
  );
  if (stdout === "") {
    throw new Error(stderr);
  }
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: { ruleId: string }[];
  }[];
  const place = (file: string): string =>
    path.relative(root, file).replaceAll("\\", "/");
  const linted = existsSync(log) ? readFileSync(log, "utf8").split("\n") : [];
  return {
    linted: linted.filter(Boolean).map(place).sort(),
    said: results.flatMap(({ filePath, messages }) =>
      messages.map(({ ruleId }) => `${place(filePath)} ${ruleId}`),
    ),
  };
}

const plain = {
  "lib/words.ts": "export const WORDS = 1;\n",
  "tools.ts": "export const TOOLS = 2;\n",
};

function workspace(preset: string): string {
  return folder({
    ...repository(),
    ...plain,
    "package.json": "{}",
    "eslint.config.mjs": config(preset),
  });
}

describe("eslint --cache", () => {
  const everyFile = [
    ...Object.keys(plain),
    metadataPlace("ferry"),
    metadataPlace("parcel"),
    places.constants,
    places.switch,
    places.bm25Corpus,
  ].sort();
  const ofRegistries = everyFile.filter((file) => !(file in plain));

  it.each(["recommended", "strict"])(
    "with presets.%s a change of the constants shows in the files of servers, and only there",
    async (name) => {
      const root = workspace(`presets.${name}({ root: import.meta.dirname })`);
      expect(await cachedLint(root)).toEqual({ linted: everyFile, said: [] });
      expect(await cachedLint(root)).toEqual({ linted: [], said: [] });
      writeFileSync(
        path.join(root, places.constants),
        registry.constants(["ferry"]),
      );
      const broken = await cachedLint(root);
      expect(broken.linted).toEqual(ofRegistries);
      expect(broken.said).toContain(
        `${metadataPlace("parcel")} mcp-runbook/registered-in-constants`,
      );
      writeFileSync(
        path.join(root, places.constants),
        registry.constants(["ferry", "parcel"]),
      );
      expect((await cachedLint(root)).said).toEqual([]);
      expect((await cachedLint(root)).linted).toEqual([]);
    },
  );

  it("a file that comes or goes shows as well", async () => {
    const root = workspace("presets.strict({ root: import.meta.dirname })");
    await cachedLint(root);
    rmSync(path.join(root, places.switch));
    expect((await cachedLint(root)).said).toContain(
      `${metadataPlace("ferry")} mcp-runbook/registered-in-switch`,
    );
    writeFileSync(
      path.join(root, places.switch),
      registry.switch(["ferry", "parcel"]),
    );
    expect((await cachedLint(root)).said).toEqual([]);
  });

  it("a change of two apps shows in the one that has it", async () => {
    const files = Object.entries({ ...repository(), ...plain });
    const root = folder({
      ...Object.fromEntries(files.map(([name, text]) => [`one/${name}`, text])),
      ...Object.fromEntries(files.map(([name, text]) => [`two/${name}`, text])),
      "package.json": "{}",
      "eslint.config.mjs": config(
        "presets.recommended({ root: import.meta.dirname })",
      ),
    });
    await cachedLint(root);
    writeFileSync(
      path.join(root, "two", places.constants),
      registry.constants(["ferry"]),
    );
    expect((await cachedLint(root)).linted).toEqual(
      ofRegistries.map((file) => `two/${file}`),
    );
  });

  it("with the arrays it goes unseen: what the functions are for", async () => {
    const root = workspace("mcpRunbook.configs.recommended");
    await cachedLint(root);
    writeFileSync(
      path.join(root, places.constants),
      registry.constants(["ferry"]),
    );
    expect((await cachedLint(root)).linted).toEqual([places.constants]);
  });

  it("what a registry imports counts, and what that passes on", async () => {
    const root = folder({
      ...repository(),
      "package.json": "{}",
      "lib/names.ts": 'export * from "./names/all";\n',
      "lib/names/all.ts": 'export const POST = "post";\n',
      [places.switch]: `import { POST } from "@app/lib/names";\n${registry.switch(["ferry", "parcel"])}`,
      "eslint.config.mjs": config(
        "presets.recommended({ root: import.meta.dirname })",
      ),
    });
    await cachedLint(root);
    appendFileSync(path.join(root, "lib/names/all.ts"), "// more\n");
    const { linted } = await cachedLint(root);
    expect(linted).toContain(metadataPlace("ferry"));
    expect(linted).not.toContain("lib/names.ts");
  });
});

/** The example with mistakes, as a project of its own. */
function brokenExample(preset: string): string {
  const root = folder({ "eslint.config.mjs": "" });
  cpSync(path.join(repositoryRoot, "examples/dust-front-broken"), root, {
    recursive: true,
    filter: (file) => !/node_modules|eslint\.config\./.test(file),
  });
  writeFileSync(
    path.join(root, "eslint.config.mjs"),
    `import mcpRunbook, { presets } from ${JSON.stringify(built)};
export default [...${preset}];
`,
  );
  return root;
}

describe("eslint --concurrency", () => {
  it("says the same with one worker, two, and as many as ESLint likes", async () => {
    const root = brokenExample("presets.strict({ root: import.meta.dirname })");
    const outputs = await Promise.all(
      ["off", "1", "2", "auto"].map((workers) =>
        eslint(root, ".", "-f", "json", "--concurrency", workers),
      ),
    );
    const [alone] = outputs;
    expect(alone?.code).toBe(1);
    expect(alone?.stdout).toContain("mcp-runbook/registered-in-switch");
    for (const { code, stdout } of outputs) {
      expect(code).toBe(1);
      expect(stdout).toBe(alone?.stdout);
    }
  });
});

describe("eslint --suppress-all", () => {
  it("takes the findings of every rule, and leaves new ones", async () => {
    const root = brokenExample("mcpRunbook.configs.strict");
    const before = await eslint(root, ".", "-f", "json");
    const results = JSON.parse(before.stdout) as {
      messages: { ruleId: string | null; severity: number }[];
    }[];
    const messages = results.flatMap((result) => result.messages);
    expect(messages.every(({ severity }) => severity === 2)).toBe(true);
    const rules = [...new Set(messages.map(({ ruleId }) => ruleId))].sort();
    expect(rules.length).toBeGreaterThan(6);

    await eslint(root, ".", "--suppress-all");
    const suppressed = JSON.parse(
      readFileSync(path.join(root, "eslint-suppressions.json"), "utf8"),
    ) as Record<string, Record<string, { count: number }>>;
    expect(
      [...new Set(Object.values(suppressed).flatMap(Object.keys))].sort(),
    ).toEqual(rules);
    const after = await eslint(root, ".");
    expect([after.code, after.stdout]).toEqual([0, ""]);

    const kite = path.join(root, "front", metadataPlace("kite"));
    mkdirSync(path.dirname(kite));
    writeFileSync(kite, metadata("kite"));
    const next = await eslint(root, ".");
    expect(next.code).toBe(1);
    expect(next.stdout).toContain("'kite'");
  });
});
