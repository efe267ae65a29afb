import { describe, expect, it } from "vitest";
import {
  draftDescription,
  saysOnlyTheName,
} from "../../../src/draft-description.ts";
import type { Parameter } from "../../../src/mcp/model.ts";

const place = { file: "/repo/file.ts", range: [0, 0] } as const;

function parameter(given: Partial<Parameter> & { name: string }): Parameter {
  return {
    path: [given.name],
    description: { kind: "absent" },
    type: "string",
    enumValues: [],
    defaultValue: undefined,
    language: "zod",
    needsDescription: true,
    children: [],
    place,
    key: place,
    line: 1,
    schema: place,
    ...given,
  };
}

describe("draftDescription", () => {
  it.each<[string, Partial<Parameter> & { name: string }, string]>([
    [
      "a unit",
      { name: "timeout_ms", type: "number" },
      "Timeout, in milliseconds.",
    ],
    [
      "a limit",
      { name: "limit", type: "number" },
      "Largest number of results to return.",
    ],
    ["a bound", { name: "minPrice", type: "number" }, "Smallest price."],
    [
      "a switch with a verb",
      { name: "includeDrafts", type: "boolean" },
      "Whether to include drafts.",
    ],
    [
      "a switch that asks",
      { name: "is_public", type: "boolean" },
      "Whether it is public.",
    ],
    [
      "any other switch",
      { name: "verbose", type: "boolean", defaultValue: "false" },
      "Verbose, true or false. Defaults to false.",
    ],
    [
      "an enum",
      { name: "order", type: "enum", enumValues: ["asc", "desc"] },
      "Order, one of these: asc or desc.",
    ],
    [
      "an enum whose values can't be read",
      { name: "order", type: "enum" },
      "Order, one of a fixed set.",
    ],
    [
      "a long enum",
      {
        name: "size",
        type: "enum",
        enumValues: ["a", "b", "c", "d", "e", "f", "g", "h", "i"],
      },
      "Size, one of these: a, b, c, d, e, f, g, h, ….",
    ],
    [
      "a default text, its quotes softened",
      { name: "order", defaultValue: '"asc"' },
      "Order, as text. Defaults to 'asc'.",
    ],
    [
      "what an id is of, by the path",
      { name: "id", path: ["companies", "[]", "id"] },
      "ID of the company.",
    ],
    [
      "what an id is of, by its own words",
      { name: "noteId", type: "number" },
      "ID of the note, as a number.",
    ],
    [
      "ids of several",
      { name: "user_ids", type: "array" },
      "IDs of the users.",
    ],
    ["a point in time", { name: "updated_at" }, "Time when it was updated."],
    [
      "a cursor",
      { name: "page_cursor" },
      "Cursor that an earlier call returned.",
    ],
    ["a list", { name: "tags", type: "array" }, "List of tags."],
    [
      "a list without a plural",
      { name: "access", type: "array" },
      "Access, as a list.",
    ],
    [
      "an unreadable type",
      { name: "value", type: "other" },
      "Value, in any form.",
    ],
  ])("drafts %s", (_, given, draft) => {
    expect(draftDescription(parameter(given), undefined)).toBe(draft);
  });

  it("takes the tool's name where nothing else says what an id is of", () => {
    const id = parameter({ name: "id" });
    expect(draftDescription(id, "get_invoice")).toBe("ID of the invoice.");
    expect(draftDescription(id, undefined)).toBe("ID of the item.");
  });

  it("never says only the name", () => {
    for (const name of ["noteId", "user_ids", "title", "file_path", "text"]) {
      const draft = draftDescription(parameter({ name }), undefined);
      expect(saysOnlyTheName(draft, name), draft).toBe(false);
    }
  });
});

describe("saysOnlyTheName", () => {
  it.each([
    ["Note ID", "noteId"],
    ["The ID of the note.", "note_id"],
    ["title", "title"],
  ])("%s says no more than %s", (text, name) => {
    expect(saysOnlyTheName(text, name)).toBe(true);
  });

  it.each([
    ["Note ID, a UUID", "noteId"],
    ["", "title"],
    ["Heading of the page", "title"],
  ])("%s says more than %s", (text, name) => {
    expect(saysOnlyTheName(text, name)).toBe(false);
  });
});
