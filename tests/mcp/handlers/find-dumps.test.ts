import { describe, expect, it } from "vitest";
import {
  findDumps,
  readHelperDumps,
  type HelperDumps,
} from "../../../src/mcp/handlers/find-dumps.ts";
import { usedFields } from "../../../src/mcp/handlers/render-hints.ts";
import { findTools } from "../../../src/mcp/find-tools.ts";
import { sourceFile } from "../../read-model.ts";

/** The kinds of the dumps of a handler that returns texts. */
function kindsOf(body: string, texts: readonly string[]): string[] {
  const file = sourceFile(`
server.tool("get_note", "Get a note.", { id: z.string() }, async (params, extra) => {
${body}
  return { content: [${texts.map((text) => `{ type: "text", text: ${text} }`).join(", ")}] };
});`);
  const [handler] = findTools(file, () => undefined).handlers;
  return handler
    ? findDumps(handler, {
        allowProjection: true,
        file,
        answers: () => undefined,
        helpers: () => undefined,
      }).map(({ data, kind }) => `${file.text.slice(...data.range)}: ${kind}`)
    : [];
}

function kindOf(data: string, body = ""): string {
  const [kind] = kindsOf(body, [`JSON.stringify(${data})`]);
  return kind?.replace(/^.*: /s, "") ?? "none";
}

const raw = "const note = await client.get(params.id);";

describe("where data comes from", () => {
  it.each([
    ["await client.get()", "raw"],
    ["note", "raw"],
    ["(note as Note)!", "raw"],
    ["note.items", "raw"],
    ["note[params.key]", "none"],
    ["note.rows[0]", "raw"],
    ["note.rows[rowIndex]", "raw"],
    ["note.rows[note.rows.length - 1]", "raw"],
    ["note?.data?.items ?? []", "raw"],
    ["note.items.filter(Boolean).slice(0, 5)", "raw"],
    ["note.items.map((item) => item)", "raw"],
    ["note.items.map((item) => ({ ...item }))", "raw"],
    ["note.items.find((item) => item.id === 1)", "raw"],
    ["structuredClone(note)", "raw"],
    ["Object.values(note)", "raw"],
    ["JSON.parse(JSON.stringify(note))", "raw"],
    ["JSON.parse(await response.text())", "raw"],
    ["await sql`select 1`", "raw"],
    ["await (await fetch(url)).json()", "raw"],
    ["params.full ? note : {}", "raw"],
    ["{ ok: true, note }", "raw"],
    ["{ note, next: cursor }", "raw"],
    ["{ wrapped: { note } }", "raw"],
    ["{ ...note }", "raw"],
    ["[note]", "raw"],
    ["params", "raw"],
    ["String(note)", "string"],
    ["`${note.id}`", "string"],
    ["'a' + note.id", "string"],
    ["await response.text()", "string"],
    ["new Error('no')", "error"],
    ["note.title", "none"],
    ["note.items.length", "none"],
    ["note.created_at", "none"],
    ["note.items.map((item) => item.id)", "none"],
    ["note.items.map(renderItem)", "none"],
    ["note.items.map(({ id, title }) => ({ id, title }))", "none"],
    ["{ id: note.id, title: note.title ?? '' }", "none"],
    ["{ tags: note.tags.slice(0, 3), id: note.id }", "none"],
    ["{ note: renderNote(note) }", "none"],
    ["note.items.reduce(sum, 0)", "none"],
    ["Object.keys(note)", "none"],
    ["Object.fromEntries(entries)", "none"],
    ["NoteSchema.parse(note)", "none"],
    ["await formatNote(note)", "none"],
    ["params.id", "none"],
    ["extra", "none"],
    ["settings", "none"],
    ["12", "none"],
    ["note, ['id']", "none"],
    ["note, replacer", "none"],
  ])("%s is %s", (data, kind) => {
    expect(kindOf(data, raw)).toBe(kind);
  });

  it.each([
    ["assigned later", "let x; x = await get();", "raw"],
    [
      "assigned in two branches",
      "let x; if (a) { x = await one(); } else { x = await two(); }",
      "raw",
    ],
    [
      "replaced by a projection",
      "let x = await get(); x = pickFields(x);",
      "none",
    ],
    [
      "pushed whole",
      "const x = []; for (const one of await list()) x.push(one);",
      "raw",
    ],
    [
      "pushed in part",
      "const x = []; for (const one of await list()) x.push(one.id);",
      "none",
    ],
    ["pruned", "const x = await get(); delete x.secret;", "none"],
    [
      "what is left when a field is taken out",
      "const { secret, ...x } = await get();",
      "none",
    ],
    ["all that was there", "const { ...x } = await get();", "raw"],
    ["overwritten in part", "const x = await get(); x.items = [];", "none"],
    ["a count", "const { count: x } = await get();", "raw"],
    [
      "a Result",
      "const x = await get(); if (x.isErr()) { return x; }",
      "result",
    ],
    [
      "a Result's value, taken out",
      "const r = await get(); if (r.isOk()) {} const { value: x } = r;",
      "raw",
    ],
    [
      "a Result's error",
      "const r = await get(); if (r.isErr()) {} const x = r.error;",
      "error",
    ],
    ["itself", "const x = x;", "none"],
    [
      "a promise that was started before",
      "const p = client.get(); const x = await p;",
      "raw",
    ],
    [
      "what a local function fetches",
      "async function get() { return await client.get(); } const x = await get();",
      "raw",
    ],
    [
      "what a local function picks",
      "async function get() { const n = await client.get(); return { id: n.id }; } const x = await get();",
      "none",
    ],
    [
      "settled together",
      "const x = await Promise.all([a.get(), b.get()]);",
      "raw",
    ],
    [
      "settled and picked",
      "const x = await Promise.all(ids.map(async (id) => ({ id })));",
      "none",
    ],
  ])("a variable that is %s", (_, body, kind) => {
    expect(kindOf("x", body)).toBe(kind);
  });

  it("calls what was caught an error, but not a part of it", () => {
    const caught = (clause: string): string[] =>
      kindsOf(
        `try { run(); } catch (${clause}) { return { content: [{ type: "text", text: JSON.stringify(e) }] }; }`,
        [],
      );
    expect(caught("e")).toEqual(["e: error"]);
    expect(caught("{ message: e }")).toEqual([]);
  });
});

describe("readHelperDumps", () => {
  const dumpsOf = (text: string): HelperDumps =>
    readHelperDumps(sourceFile(text));

  it("says which parameter ends up as what", () => {
    const dumps = dumpsOf(`
export function toText(value) { return JSON.stringify(value, null, 2); }
export const block = (title, value) => ({ type: "text", text: \`\${title}: \${JSON.stringify(value)}\` });
export const success = ({ result }) => ({ content: [{ type: "text", text: JSON.stringify(result) }] });
export const wrapped = (value) => new Ok([{ type: "text", text: JSON.stringify({ value }) }]);`);
    expect(dumps.get("toText")).toEqual([
      { role: "text", index: 0, key: undefined, parts: [] },
    ]);
    expect(dumps.get("block")).toContainEqual({
      role: "block",
      index: 1,
      key: undefined,
      parts: [],
    });
    expect(dumps.get("success")).toEqual([
      { role: "result", index: 0, key: "result", parts: [] },
    ]);
    expect(dumps.get("wrapped")).toEqual([
      { role: "result", index: 0, key: undefined, parts: [] },
    ]);
  });

  it("says which members of a parameter it is, unless it is all of it", () => {
    const dumps = dumpsOf(`
export function card(note) {
  const lines = [note.title];
  lines.push(JSON.stringify(note.history.edits), JSON.stringify(note.links));
  return lines.join();
}
export const both = (note) => [JSON.stringify(note.links), JSON.stringify(note)].join();`);
    expect(dumps.get("card")).toEqual([
      {
        role: "text",
        index: 0,
        key: undefined,
        parts: ["history.edits", "links"],
      },
    ]);
    expect(dumps.get("both")).toEqual([
      { role: "text", index: 0, key: undefined, parts: [] },
    ]);
  });

  it("leaves out what picks fields or only logs", () => {
    const dumps = dumpsOf(`
export const render = (note) => JSON.stringify({ id: note.id });
export const chosen = (note) => JSON.stringify(note, ["id"]);
export function log(note) { console.log(JSON.stringify(note)); return note; }`);
    expect([...dumps]).toEqual([]);
  });
});

describe("usedFields", () => {
  it("names the fields that are read, not the methods that are called", () => {
    const text = `
async function run() {
  const note = await get();
  log(note.title, note.body.trim(), note.tags.length, note.save(), note["due"]);
  { const note = other; log(note.hidden); }
  return note;
}`;
    const file = sourceFile(text);
    const [declaration] = file.program.body;
    const body =
      declaration?.type === "FunctionDeclaration" ? declaration.body.body : [];
    const last = body.at(-1);
    const note = last?.type === "ReturnStatement" ? last.argument : undefined;
    expect(note && usedFields(note, file)).toEqual([
      "title",
      "body",
      "tags",
      "due",
    ]);
  });
});
