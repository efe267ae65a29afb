import fs from "node:fs";
import path from "node:path";
import { expect, it, vi } from "vitest";
import plugin from "../../src/index.ts";
import { constants, corpus, ExampleCopy, servers } from "./example-copy.ts";

// A registry names all servers. Of thousands of them nobody wants to have more
// read than what defines them.

const metadata = new RegExp(`^${servers}/(\\w+)/metadata\\.ts$`);

/** How often the metadata of each server is read while a file is linted. */
async function readsOf(file: string): Promise<Record<string, number>> {
  const copy = new ExampleCopy();
  const read = vi.spyOn(fs, "readFileSync");
  try {
    const [result] = await copy.lint(Object.keys(plugin.rules), false, [file]);
    expect(result?.messages).toEqual([]);
    const counts: Record<string, number> = {};
    for (const [name] of read.mock.calls) {
      const place = path.relative(copy.root, String(name));
      const server = metadata.exec(place.replaceAll("\\", "/"))?.[1];
      if (server !== undefined) {
        counts[server] = (counts[server] ?? 0) + 1;
      }
    }
    return counts;
  } finally {
    read.mockRestore();
  }
}

const onceEach = {
  forms_surveys: 1,
  meeting_rooms: 1,
  parcelhub: 1,
  team_glossary: 1,
  unit_converter: 1,
};

it("what defines the servers, once, for the corpus", async () => {
  expect(await readsOf(corpus)).toEqual(onceEach);
});

it("the tools as well where a config in the constants names some", async () => {
  expect(await readsOf(constants)).toEqual({
    ...onceEach,
    parcelhub: 2,
  });
});
