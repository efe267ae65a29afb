import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FileStore } from "../../src/files/file-store.ts";
import { configMismatches } from "../../src/registries/name-mismatches.ts";
import { allJudges, diskWith, Editor, interval } from "./editor.ts";
import { MemoryDisk } from "./memory-disk.ts";
import {
  app,
  metadata,
  metadataPlace,
  places,
  registry,
  repository,
  required,
  type Place,
} from "./small-repository.ts";

// One process lints one file after another while registries change, as in an
// editor: what is said is right one interval after the change at the latest.

const ferry = metadataPlace("ferry");
const parcel = metadataPlace("parcel");
const at = (place: string): string => `${app}/${place}`;

const fine = {
  names: "fine",
  configs: "fine",
  switch: "fine",
  bm25Corpus: "fine",
  idSnapshot: "ferry parcel",
};

/** What is said of each registry while it is in that state. */
type Change = (disk: MemoryDisk, place: Place) => void;

const file = (place: Place): string => at(places[place]);

const changes: Readonly<Record<string, { break: Change; said: string }>> = {
  "is edited": {
    break: (disk, place) => {
      disk.write(file(place), registry[place](["ferry"]));
    },
    said: "-parcel",
  },
  "is deleted": {
    break: (disk, place) => {
      disk.remove(file(place));
    },
    said: "missing",
  },
  "is renamed": {
    break: (disk, place) => {
      disk.rename(file(place), `${file(place)}.old`);
    },
    said: "missing",
  },
  "is cut off": {
    break: (disk, place) => {
      disk.write(file(place), registry[place](["ferry"]).slice(0, -9));
    },
    said: "not-parsed",
  },
  "becomes a folder": {
    break: (disk, place) => {
      disk.remove(file(place));
      disk.makeFolder(file(place));
    },
    said: "not-a-file",
  },
  "can't be read": {
    break: (disk, place) => {
      disk.failures.set(`read ${file(place)}`, "EACCES");
      disk.write(file(place), registry[place](["ferry"]));
    },
    said: "unreadable",
  },
};

describe.each(required)("%s", (place) => {
  const affected =
    place === "constants" ? (["names", "configs"] as const) : [place];

  it.each(Object.entries(changes))("%s, and back", (_what, change) => {
    const editor = new Editor();
    const { disk } = editor;
    const broken = {
      ...fine,
      ...Object.fromEntries(affected.map((part) => [part, change.said])),
    };
    expect(editor.lint(parcel)).toEqual(fine);
    for (let round = 0; round < 2; round++) {
      disk.time += 1;
      change.break(disk, place);
      disk.time += interval;
      expect(editor.lint(parcel)).toEqual(broken);
      disk.time += 1;
      disk.failures.clear();
      disk.remove(file(place));
      disk.write(file(place), registry[place](["ferry", "parcel"]));
      disk.time += interval;
      expect(editor.lint(parcel)).toEqual(fine);
    }
  });

  it("is not asked for again within the interval", () => {
    const editor = new Editor();
    const { disk } = editor;
    editor.lint(parcel);
    disk.time += interval - 1;
    disk.remove(file(place));
    expect(editor.lint(parcel)).toEqual(fine);
  });
});

describe("the id snapshot", () => {
  it.each([
    [
      "is edited",
      "ferry",
      (disk: MemoryDisk) => {
        disk.write(file("idSnapshot"), registry.idSnapshot(["ferry"]));
      },
    ],
    [
      "is deleted",
      "off",
      (disk: MemoryDisk) => {
        disk.remove(file("idSnapshot"));
      },
    ],
    [
      "is cut off",
      "not-parsed",
      (disk: MemoryDisk) => {
        disk.write(file("idSnapshot"), "{");
      },
    ],
    [
      "moves to the other place",
      "ferry parcel",
      (disk: MemoryDisk) => {
        disk.rename(file("idSnapshot"), at("mcp-server-ids.json"));
      },
    ],
  ])("%s, and back", (_what, said, change) => {
    const editor = new Editor();
    const { disk } = editor;
    expect(editor.lint(parcel)).toEqual(fine);
    disk.time += 1;
    change(disk);
    disk.time += interval;
    expect(editor.lint(parcel)).toEqual({ ...fine, idSnapshot: said });
    disk.time += 1;
    disk.write(file("idSnapshot"), registry.idSnapshot(["ferry", "parcel"]));
    disk.time += interval;
    expect(editor.lint(parcel)).toEqual(fine);
  });
});

it("an id snapshot that moves is found in time, whoever looked for it before", () => {
  const editor = new Editor();
  const { disk } = editor;
  editor.read(at(parcel));
  disk.time = 100;
  disk.rename(file("idSnapshot"), at("mcp-server-ids.json"));
  disk.time = 200;
  editor.lint(parcel);
  disk.time = 100 + interval;
  expect(editor.lint(parcel)).toEqual(fine);
});

describe("servers", () => {
  const missing = {
    names: "-kite",
    configs: "-kite",
    switch: "-kite",
    bm25Corpus: "-kite",
  };
  const gone = {
    names: "+parcel",
    configs: "+parcel",
    switch: "+parcel",
    bm25Corpus: "+parcel",
  };

  it.each(Object.keys(places) as Place[])(
    "come and go, seen from %s",
    (place) => {
      if (place === "idSnapshot") {
        return;
      }
      const editor = new Editor();
      const { disk } = editor;
      expect(editor.lint(places[place])).toEqual(fine);
      disk.time += 1;
      disk.write(at(metadataPlace("kite")), metadata("kite"));
      disk.time += interval;
      expect(editor.lint(places[place])).toEqual({ ...fine, ...missing });
      disk.time += 1;
      disk.remove(at("lib/api/actions/servers/kite"));
      disk.time += interval;
      expect(editor.lint(places[place])).toEqual(fine);
      disk.time += 1;
      disk.remove(at(parcel));
      disk.time += interval;
      expect(editor.lint(places[place])).toEqual({ ...fine, ...gone });
      disk.time += 1;
      disk.write(at(parcel), metadata("parcel"));
      disk.time += interval;
      expect(editor.lint(places[place])).toEqual(fine);
    },
  );

  it("keep their names when their folder is renamed", () => {
    const editor = new Editor();
    const { disk } = editor;
    editor.lint(places.switch);
    disk.time += 1;
    disk.rename(
      at("lib/api/actions/servers/parcel"),
      at("lib/api/actions/servers/parcels"),
    );
    disk.time += interval;
    expect(editor.lint(places.switch)).toEqual(fine);
    expect(editor.lint(metadataPlace("parcels"))).toEqual(fine);
  });

  it("are seen in a folder that was not there before", () => {
    const editor = new Editor();
    const { disk } = editor;
    editor.lint(places.switch);
    disk.time += 1;
    disk.write(
      at("lib/actions/mcp_internal_actions/servers/kite/server.ts"),
      'export default function make() { return makeInternalMCPServer("kite"); }',
    );
    disk.time += interval;
    expect(editor.lint(places.switch)).toMatchObject({ switch: "-kite" });
  });
});

describe("names that another file holds", () => {
  const named = registry
    .constants(["ferry", "parcel"])
    .replace('"parcel"', "PARCEL_NAME")
    .replace("parcel: {", "[PARCEL_NAME]: {")
    .replace("{ PARCEL_SERVER }", "{ PARCEL_SERVER, PARCEL_NAME }");

  it("are followed, and followed again when that file changes", () => {
    const editor = new Editor(
      diskWith({ ...repository(), [places.constants]: named }),
    );
    const { disk } = editor;
    expect(editor.lint(parcel)).toEqual(fine);
    expect(editor.lint(places.switch)).toEqual(fine);
    disk.time += 1;
    disk.write(at(parcel), metadata("parcel").replace('"parcel"', '"post"'));
    disk.time += interval;
    expect(editor.lint(parcel)).toEqual({
      ...fine,
      switch: "-post",
      bm25Corpus: "-post",
    });
    disk.time += 1;
    disk.remove(at(parcel));
    disk.time += interval;
    // Nobody can tell what the constant was.
    expect(editor.lint(places.constants)).toMatchObject({ names: "fine" });
    disk.time += 1;
    disk.write(at(parcel), metadata("parcel"));
    disk.time += interval;
    expect(editor.lint(places.constants)).toEqual(fine);
  });

  it("are taken from the buffer of the linted file", () => {
    const editor = new Editor(
      diskWith({ ...repository(), [places.constants]: named }),
    );
    const unsaved = metadata("parcel").replace('"parcel"', '"post"');
    expect(editor.lint(parcel)).toEqual(fine);
    expect(editor.lint(parcel, unsaved)).toEqual({
      ...fine,
      switch: "-post",
      bm25Corpus: "-post",
    });
    expect(editor.lint(parcel)).toEqual(fine);
  });
});

describe("the linted file's unsaved text", () => {
  it.each(required)("wins in %s, in both directions", (place) => {
    const editor = new Editor();
    const { disk } = editor;
    const part = place === "constants" ? "names" : place;
    expect(editor.lint(places[place])).toEqual(fine);
    expect(
      editor.lint(places[place], registry[place](["ferry"])),
    ).toMatchObject({ [part]: "-parcel" });
    expect(editor.lint(places[place])).toEqual(fine);
    disk.time += 1;
    disk.write(file(place), registry[place](["ferry"]));
    expect(
      editor.lint(places[place], registry[place](["ferry", "parcel"])),
    ).toEqual(fine);
    disk.time += interval;
    expect(
      editor.lint(places[place], registry[place](["ferry", "parcel"])),
    ).toEqual(fine);
    expect(editor.lint(places[place])).toMatchObject({ [part]: "-parcel" });
  });

  it("defines a server before it is saved for the first time", () => {
    const editor = new Editor();
    const kite = metadata("kite");
    editor.lint(parcel);
    expect(editor.lint(metadataPlace("kite"), kite)).toMatchObject({
      names: "-kite",
      switch: "-kite",
    });
    const { inventory } = editor.read(at(metadataPlace("kite")), kite);
    expect([...inventory.servers.keys()]).toEqual(["ferry", "parcel", "kite"]);
    // Nobody else has seen it.
    expect(editor.lint(places.switch)).toEqual(fine);
  });

  it("defines none outside of the folders of servers", () => {
    const editor = new Editor();
    const { inventory } = editor.read(at("lib/kite.ts"), metadata("kite"));
    expect([...inventory.servers.keys()]).toEqual(["ferry", "parcel"]);
  });

  it("defines a server whose file is gone from the disk", () => {
    const editor = new Editor();
    const { disk } = editor;
    editor.lint(parcel);
    disk.remove(at(parcel));
    disk.time += interval;
    expect(editor.lint(parcel, metadata("parcel"))).toEqual(fine);
    const { inventory } = editor.read(at(parcel), metadata("parcel"));
    expect(inventory.servers.has("parcel")).toBe(true);
  });
});

describe("a change that hardly shows", () => {
  it("another file of the same size and mtime moved here", () => {
    const editor = new Editor();
    const { disk } = editor;
    const other = registry.switch(["ferry", "parcep"]);
    editor.lint(parcel);
    disk.write(file("switch"), other, { mtimeMs: 0, ino: 1_000_000 });
    disk.time += interval;
    expect(editor.lint(parcel)).toMatchObject({ switch: "-parcel" });
  });

  it("two edits in one step of the file system's clock", () => {
    const disk = new MemoryDisk({ "/w/a.ts": "1" });
    let wall = 5;
    const store = new FileStore({
      fileSystem: disk,
      now: disk.now,
      restatInterval: interval,
      wallClock: () => wall,
    });
    const text = (): unknown => store.readText("/w/a.ts", String);
    expect(text()).toMatchObject({ value: "1" });
    disk.write("/w/a.ts", "2", { mtimeMs: 0 });
    disk.time += interval;
    wall += interval;
    expect(text()).toMatchObject({ value: "2" });
    const reads = disk.reads.length;
    disk.time += interval;
    text();
    expect(disk.reads.length).toBe(reads);
  });

  it.each([false, true])(
    "a file taken away between the look at it and the reading",
    (remembers) => {
      const editor = new Editor(undefined, undefined, remembers);
      const { disk } = editor;
      disk.failures.set(`read ${file("switch")}`, "ENOENT");
      expect(editor.lint(parcel)).toMatchObject({ switch: "missing" });
      disk.failures.clear();
      disk.time += interval;
      expect(editor.lint(parcel)).toEqual(fine);
    },
  );
});

describe("whatever happens, in any order", () => {
  const lints = [
    ferry,
    parcel,
    places.constants,
    places.switch,
    places.bm25Corpus,
  ];
  const action = fc.oneof(
    fc.record({
      kind: fc.constant("registry" as const),
      place: fc.constantFrom(...(Object.keys(places) as Place[])),
      names: fc.subarray(["ferry", "parcel", "kite"]),
    }),
    fc.record({
      kind: fc.constant("remove" as const),
      place: fc.constantFrom(...Object.values(places), parcel),
    }),
    fc.record({
      kind: fc.constant("server" as const),
      name: fc.constantFrom("parcel", "kite"),
      says: fc.constantFrom("parcel", "kite", "post"),
    }),
    fc.record({
      kind: fc.constant("break" as const),
      place: fc.constantFrom(...Object.values(places)),
    }),
  );
  const step = fc.record({
    action,
    /** Lints before all has to be right, and when. */
    early: fc.array(
      fc.tuple(fc.constantFrom(...lints), fc.integer({ min: 0, max: 120 })),
      { maxLength: 3 },
    ),
  });

  it.each([
    ["the same is said", false],
    ["what is said once more is the same", true],
  ])(
    "one interval later %s as by a process that just began",
    (_, remembers) => {
      fc.assert(
        fc.property(
          fc.array(step, { minLength: 1, maxLength: 12 }),
          (steps) => {
            const editor = new Editor(undefined, undefined, remembers);
            editor.judges = allJudges;
            const { disk } = editor;
            const lint = (place: string): void => {
              if (disk.statSync(at(place))?.isFile() === true) {
                try {
                  editor.lint(place);
                } catch {
                  // It does not parse: ESLint says so, and no rule runs.
                }
              }
            };
            for (const { action: what, early } of steps) {
              disk.time += 1;
              switch (what.kind) {
                case "registry":
                  disk.write(
                    file(what.place),
                    registry[what.place](what.names),
                  );
                  break;
                case "server":
                  disk.write(at(metadataPlace(what.name)), metadata(what.says));
                  break;
                case "break":
                  disk.write(at(what.place), "<<<<<<< HEAD\n");
                  break;
                case "remove":
                  disk.remove(at(what.place));
              }
              const changed = disk.time;
              for (const [place, wait] of early) {
                disk.time = Math.min(disk.time + wait, changed + interval - 1);
                lint(place);
              }
              disk.time = changed + interval;
              for (const place of lints) {
                const text =
                  disk.statSync(at(place)) && disk.readFileSync(at(place));
                if (text === undefined || text.startsWith("<")) {
                  continue;
                }
                expect(editor.lint(place)).toEqual(editor.lintAnew(place));
              }
            }
          },
        ),
        { numRuns: 50 },
      );
    },
  );
});

describe("what is read", () => {
  it("for a server that is registered: the registries, and no other server", () => {
    const names = ["ferry", "parcel", "kite", "tram"];
    const editor = new Editor(diskWith(repository(names)));
    const { disk } = editor;
    const { bm25Corpus, constants, idSnapshot, ...others } = editor.lint(
      parcel,
      metadata("parcel"),
    );
    expect([bm25Corpus, constants, idSnapshot, others]).toBeDefined();
    const read = new Set(disk.reads);
    for (const name of names) {
      expect(read).not.toContain(at(metadataPlace(name)));
    }
    expect([...read].sort()).toEqual(Object.values(places).map(at).sort());
  });

  it("for a server whose name its own file holds: no other server either", () => {
    const constants = registry
      .constants(["ferry", "parcel"])
      .replace('"ferry"', "FERRY_NAME")
      .replace('"parcel"', "PARCEL_NAME")
      .replace("ferry: {", "[FERRY_NAME]: {")
      .replace("parcel: {", "[PARCEL_NAME]: {")
      .replace("{ FERRY_SERVER }", "{ FERRY_SERVER, FERRY_NAME }")
      .replace("{ PARCEL_SERVER }", "{ PARCEL_SERVER, PARCEL_NAME }");
    const editor = new Editor(
      diskWith({ ...repository(), [places.constants]: constants }),
    );
    expect(editor.lint(parcel, metadata("parcel"))).toEqual(fine);
    expect(editor.disk.reads).not.toContain(at(ferry));
  });

  it("for the names of all servers: each of their files once, for its definition", () => {
    const editor = new Editor();
    expect(configMismatches(editor.read(file("constants")))).toEqual([]);
    for (const place of [ferry, parcel]) {
      const reads = editor.disk.reads.filter((name) => name === at(place));
      expect(reads.length).toBe(1);
    }
  });

  it("each file once, and nothing again when nothing changed", () => {
    const editor = new Editor();
    const { disk } = editor;
    const texts = [...Object.values(places).slice(0, 3), ferry, parcel].map(
      (place) => [place, disk.readFileSync(at(place))] as const,
    );
    disk.reads.length = 0;
    for (const [place, text] of texts) {
      editor.lint(place, text);
    }
    const first = [...disk.reads];
    for (const name of new Set(first)) {
      // The linted file's text is compared with the disk as well.
      expect(first.filter((other) => other === name).length).toBeLessThan(4);
    }
    disk.reads.length = 0;
    disk.time += interval;
    for (const [place, text] of texts) {
      editor.lint(place, text);
    }
    expect(disk.reads).toEqual([]);
  });
});
