import fs from "node:fs";
import path from "node:path";
import { ESLint } from "eslint";
import { afterEach, describe, expect, it, vi } from "vitest";
import { largestFile } from "../../src/files/disk.ts";
import plugin from "../../src/index.ts";
import { folder } from "../files/support.ts";
import type { SettingsInput } from "../../src/settings.ts";
import {
  metadata,
  metadataPlace,
  places,
  registry,
  repository,
  required,
  type Place,
} from "./small-repository.ts";

// What becomes of a registry that nobody can read: one report at the linted
// server, by the rule that owns the registry, and all else goes on.

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const owners = {
  constants: "registered-in-constants",
  switch: "registered-in-switch",
  bm25Corpus: "registered-in-bm25-corpus",
} as const;

const parcel = metadataPlace("parcel");

/** A server with a mistake of its own, registered nowhere. */
const kite = `${metadata("kite")}
export const KITE_TOOLS = createToolsRecord({
  list_kites: { description: "Lists kites.", schema: {}, stake: "low", displayLabels: { running: "Listing kites", done: "List kites" } },
});
`;

/** A workspace with an app in it, and a folder beside. */
function workspace(): { root: string; app: string } {
  const files = { ...repository(), [metadataPlace("kite")]: kite };
  const outer = folder(
    Object.fromEntries(
      Object.entries(files).map(([place, text]) => [`w/app/${place}`, text]),
    ),
  );
  return { root: path.join(outer, "w"), app: path.join(outer, "w/app") };
}

/** Puts another file in the place of one just before it is first read. */
function replaceOnReading(file: string, text: string): void {
  const read = fs.readFileSync;
  let left = 1;
  vi.spyOn(fs, "readFileSync").mockImplementation(((
    name: string,
    options: "utf8",
  ) => {
    if (name === file && left-- > 0) {
      fs.writeFileSync(`${file}.new`, text);
      fs.renameSync(`${file}.new`, file);
    }
    return read(name, options);
  }) as typeof fs.readFileSync);
}

async function lint(
  root: string,
  files: readonly string[],
  settings: SettingsInput = {},
): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      ...plugin.configs.recommended,
      { settings: { "mcp-runbook": { root, ...settings } } },
    ],
  });
  const results = await eslint.lintFiles([...files]);
  return results.flatMap(({ filePath, messages }) =>
    messages
      .filter(
        ({ ruleId }) =>
          ruleId === null ||
          /registered-in|bare-infinitive|-server-id/.test(ruleId),
      )
      .map(
        ({ message, messageId, ruleId }) =>
          `${path.basename(path.dirname(filePath))} ${String(ruleId).replace("mcp-runbook/", "")} ${messageId ?? ""}: ${message}`,
      ),
  );
}

type Spoil = (file: string, place: Place, root: string) => void;

const ways: Readonly<Record<string, { spoil: Spoil; said: RegExp }>> = {
  missing: {
    spoil: (file) => {
      fs.rmSync(file);
    },
    said: /is missing\. If the file is elsewhere, say where in settings/,
  },
  empty: {
    spoil: (file) => {
      fs.writeFileSync(file, "");
    },
    said: /holds no (?:list|function) /,
  },
  binary: {
    spoil: (file) => {
      fs.writeFileSync(
        file,
        Buffer.from(Array.from({ length: 512 }, (_, i) => (i * 7) % 256)),
      );
    },
    said: /cannot be parsed \(line 1: .*\)\. Repair the file\./,
  },
  "not to be read": {
    spoil: (file) => {
      const read = fs.readFileSync;
      vi.spyOn(fs, "readFileSync").mockImplementation(((
        name: string,
        options: "utf8",
      ) => {
        if (name === file) {
          throw Object.assign(new Error("EACCES: permission denied"), {
            code: "EACCES",
          });
        }
        return read(name, options);
      }) as typeof fs.readFileSync);
    },
    said: /cannot be read \(.*EACCES: permission denied.*\)\. See that it can be read\./,
  },
  "a folder": {
    spoil: (file) => {
      fs.rmSync(file);
      fs.mkdirSync(file);
    },
    said: /is not a file\. If the file is elsewhere/,
  },
  "too large": {
    spoil: (file, place) => {
      fs.writeFileSync(
        file,
        registry[place](["ferry", "parcel"]).padEnd(largestFile + 1),
      );
    },
    said: /is too large to be read \(5\.0 MB, and the limit is 5\.0 MB\)/,
  },
  "cut off": {
    spoil: (file, place) => {
      const text = registry[place](["ferry", "parcel"]);
      fs.writeFileSync(file, text.slice(0, text.length - 12));
    },
    said: /cannot be parsed \(line \d+: .*\)\. Repair the file\./,
  },
  "in conflict": {
    spoil: (file, place) => {
      const [mine, theirs] = [["ferry", "parcel"], ["ferry"]].map(
        registry[place],
      );
      fs.writeFileSync(
        file,
        `<<<<<<< HEAD\n${mine ?? ""}=======\n${theirs ?? ""}>>>>>>> main\n`,
      );
    },
    said: /holds an unresolved merge conflict \(line 1\)\. Resolve the conflict\./,
  },
  "a link out of the workspace": {
    spoil: (file, place, root) => {
      const outside = path.join(path.dirname(root), "outside.ts");
      fs.writeFileSync(outside, registry[place](["ferry", "parcel"]));
      fs.rmSync(file);
      fs.symlinkSync(outside, file);
    },
    said: /lies outside the workspace, so it is not read/,
  },
  "a link to nothing": {
    spoil: (file) => {
      fs.rmSync(file);
      fs.symlinkSync("nowhere.ts", file);
    },
    said: /is missing/,
  },
};

describe.each(required)("%s", (place) => {
  it.each(Object.entries(ways))("that is %s", async (_what, way) => {
    const { app, root } = workspace();
    way.spoil(path.join(app, places[place]), place, root);
    const [report = "", ...more] = await lint(root, [`app/${parcel}`]);
    expect(more).toEqual([]);
    expect(report).toMatch(
      new RegExp(
        `^parcel ${owners[place]} unreadable: .*'parcel'.*${places[place].replaceAll(".", "\\.")}`,
      ),
    );
    expect(report).toMatch(way.said);
    // The other registries are still held against each server, and so is all
    // that has nothing to do with registries.
    const about = await lint(root, [`app/${metadataPlace("kite")}`]);
    expect(about.map((line) => line.split(":")[0]).sort()).toEqual(
      [
        "kite bare-infinitive-description third-person",
        ...required.map(
          (other) =>
            `kite ${owners[other]} ${other === place ? "unreadable" : "unregistered"}`,
        ),
      ].sort(),
    );
    for (const other of required) {
      if (other !== place) {
        const here = await lint(root, [`app/${places[other]}`]);
        expect(here.filter((line) => !line.includes("'kite'"))).toEqual([]);
        expect(here.length).toBeGreaterThan(0);
      }
    }
  });
});

describe("idSnapshot", () => {
  // A setting names it, so that it has to be there.
  const named = { idSnapshot: places.idSnapshot };
  const others: Readonly<Record<string, RegExp>> = {
    empty: /cannot be parsed \(line 1: .*\)\. Repair the file\./,
    missing: /is missing\. If the file is elsewhere, say where in settings/,
  };

  it.each(Object.entries(ways))("that is %s", async (what, way) => {
    const { app, root } = workspace();
    way.spoil(path.join(app, places.idSnapshot), "idSnapshot", root);
    const [report = "", ...more] = await lint(root, [`app/${parcel}`], named);
    expect(more).toEqual([]);
    expect(report).toMatch(
      new RegExp(
        `^parcel stable-server-id unreadable: .*'parcel'.*${places.idSnapshot.replaceAll(".", "\\.")}`,
      ),
    );
    expect(report).toMatch(others[what] ?? way.said);
    // All that has nothing to do with the snapshot is judged as before.
    const about = await lint(root, [`app/${metadataPlace("kite")}`], named);
    expect(about.map((line) => line.split(":")[0]).sort()).toEqual(
      [
        "kite bare-infinitive-description third-person",
        "kite stable-server-id unreadable",
        ...required.map((other) => `kite ${owners[other]} unregistered`),
      ].sort(),
    );
    for (const place of required) {
      const here = await lint(root, [`app/${places[place]}`], named);
      expect(here.filter((line) => !line.includes("'kite'"))).toEqual([]);
      expect(here.length).toBeGreaterThan(0);
    }
  });

  it("that is missing where no setting names it: is not asked for", async () => {
    const { app, root } = workspace();
    fs.rmSync(path.join(app, places.idSnapshot));
    expect(await lint(root, [`app/${parcel}`])).toEqual([]);
  });

  it("that is replaced while it is read: is taken as it is now", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { app, root } = workspace();
    const file = path.join(app, places.idSnapshot);
    replaceOnReading(file, registry.idSnapshot(["parcel"]));
    // Ids are counted from 1: in the new file it has that of another.
    const [report = ""] = await lint(root, [`app/${parcel}`]);
    expect(report).toMatch(/^parcel stable-server-id changedTaken: /);
    fs.writeFileSync(file, registry.idSnapshot(["ferry", "parcel"]));
    vi.advanceTimersByTime(250);
    expect(await lint(root, [`app/${parcel}`])).toEqual([]);
  });
});

describe("folders of servers that can't be read", () => {
  it.each([
    [
      "a link out of the workspace",
      (servers: string, root: string) => {
        const outside = path.join(path.dirname(root), "servers");
        fs.renameSync(servers, outside);
        fs.symlinkSync(outside, servers);
      },
    ],
    [
      "a file",
      (servers: string) => {
        fs.rmSync(servers, { recursive: true });
        fs.writeFileSync(servers, "");
      },
    ],
    [
      "missing",
      (servers: string, root: string) => {
        fs.rmSync(servers, { recursive: true });
        // The other folder of servers holds the switch.
        fs.rmSync(path.join(root, "app", places.switch));
        fs.rmdirSync(path.dirname(path.join(root, "app", places.switch)));
      },
    ],
    [
      "not to be listed",
      (servers: string) => {
        const list = fs.readdirSync;
        vi.spyOn(fs, "readdirSync").mockImplementation(((
          name: string,
          options: { withFileTypes: true },
        ) => {
          if (name === servers) {
            throw Object.assign(new Error("EACCES"), { code: "EACCES" });
          }
          return list(name, options);
        }) as unknown as typeof fs.readdirSync);
      },
    ],
    [
      "one of them out of the workspace",
      (servers: string, root: string) => {
        const outside = path.join(path.dirname(root), "parcel");
        fs.renameSync(path.join(servers, "parcel"), outside);
        fs.symlinkSync(outside, path.join(servers, "parcel"));
      },
    ],
  ])("%s: no server is said to be gone", async (_what, spoil) => {
    const { app, root } = workspace();
    spoil(path.join(app, "lib/api/actions/servers"), root);
    const findings = await lint(root, [`app/${places.constants}`]);
    expect(findings.filter((line) => line.includes("orphan"))).toEqual([]);
  });

  it("a server whose file is binary: none is said to be gone", async () => {
    const { app, root } = workspace();
    fs.writeFileSync(
      path.join(app, parcel),
      Buffer.from([0, 255, 254, ...Buffer.from("serverInfo")]),
    );
    const findings = await lint(root, [`app/${places.constants}`]);
    expect(findings.filter((line) => line.includes("orphan"))).toEqual([]);
  });
});

describe("constants that are gone", () => {
  it("with the switch: the repository is not of this kind", async () => {
    const { app, root } = workspace();
    fs.rmSync(path.join(app, places.constants));
    fs.rmSync(path.join(app, places.switch));
    expect(await lint(root, [`app/${parcel}`])).toEqual([]);
  });
});

describe("a registry that is replaced while it is read", () => {
  it("is taken as it is now, and once more when it is looked at again", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { app, root } = workspace();
    const file = path.join(app, places.switch);
    replaceOnReading(file, registry.switch(["ferry"]));
    expect((await lint(root, [`app/${parcel}`])).length).toBe(1);
    fs.writeFileSync(file, registry.switch(["ferry", "parcel"]));
    vi.advanceTimersByTime(250);
    expect(await lint(root, [`app/${parcel}`])).toEqual([]);
  });
});
