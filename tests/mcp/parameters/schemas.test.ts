import { describe, expect, it } from "vitest";
import {
  completeText,
  knownValue,
  type Parameter,
} from "../../../src/mcp/model.ts";
import {
  everyParameter,
  pathOf,
} from "../../../src/mcp/parameters/walk-parameters.ts";
import { readModel } from "../../read-model.ts";

function parametersOf(
  schema: string,
  before = "",
  others: Readonly<Record<string, string>> = {},
): readonly Parameter[] | undefined {
  const { tools } = readModel(
    `import { z } from "zod";
${before}
server.registerTool("add_note", { description: "Add a note.", inputSchema: ${schema} }, handler);`,
    others,
  );
  const [tool] = tools;
  const parameters = tool && knownValue(tool.parameters);
  return (
    parameters &&
    Array.from(everyParameter(parameters), ({ parameter }) => parameter)
  );
}

/** `path: type = description`, `-` without one, `?` where it is unknown. */
function outline(...given: Parameters<typeof parametersOf>): string[] {
  return (parametersOf(...given) ?? []).map((parameter) => {
    const { description, type } = parameter;
    const text =
      description.kind === "known"
        ? (completeText(description) ?? "…")
        : description.kind === "absent"
          ? "-"
          : "?";
    return `${pathOf(parameter)}: ${type} = ${text}`;
  });
}

describe("Zod schemas", () => {
  it("reads every type", () => {
    expect(
      outline(`{
        a: z.string(), b: z.coerce.number(), c: z.boolean(), d: z.enum(["x"]), e: z.array(z.string()),
        f: z.object({}), g: z.union([z.string(), z.number()]), h: z.record(z.string()), i: z.literal("x"),
        j: z.literal(["x", "y"]), k: z.any(), l: z.iso.date(), m: z.email(), n: z.nativeEnum({ A: "a" }), o: unknownSchema,
      }`),
    ).toEqual([
      "a: string = -",
      "b: number = -",
      "c: boolean = -",
      "d: enum = -",
      "e: array = -",
      "f: object = -",
      "g: union = -",
      "h: record = -",
      "i: literal = -",
      "j: enum = -",
      "k: other = -",
      "l: string = -",
      "m: string = -",
      "n: enum = -",
      "o: unknown = ?",
    ]);
  });

  it("takes a description from wherever it counts", () => {
    expect(
      outline(`{
        a: z.string().describe("A").optional(),
        b: z.string().describe("B").array(),
        c: z.string().describe("C").or(z.number()),
        d: z.string().meta({ description: "D" }),
        e: z.string({ description: "E" }),
        f: z.string().register(z.globalRegistry, { description: "F" }),
        g: z.object({ h: z.string() }, { description: "G" }),
        i: z.string().describe(text),
        j: z.string().describe("J").meta({ title: "j" }),
        k: z.string().describe(\`K \${text}\`),
        l: z.string().describe("first").describe("L"),
        m: z.preprocess(clean, z.string().describe("M")),
        n: z.optional(z.string().describe("N")),
        o: z.array(z.string(), { description: "O" }),
        p: z.string({ message: "no" }),
        q: z.string().check(z.minLength(1), z.describe("Q")),
        r: z.string().check(z.meta({ title: "r", description: "R" })),
        s: z.string().check(z.trim(), ...more),
      }`),
    ).toEqual([
      "a: string = A",
      "b: array = -",
      "c: union = -",
      "d: string = D",
      "e: string = E",
      "f: string = F",
      "g: object = G",
      "g.h: string = -",
      "i: string = ?",
      "j: string = J",
      "k: string = …",
      "l: string = L",
      "m: string = M",
      "n: string = N",
      "o: array = O",
      "p: string = -",
      "q: string = Q",
      "r: string = R",
      "s: string = ?",
    ]);
  });

  it("follows what objects are derived from", () => {
    const before = `
const Base = z.object({ id: z.string(), text: z.string().describe("Text.") });
const More = z.object({ place: z.string() });`;
    const names = (schema: string): string[] =>
      outline(schema, before).map((line) => line.replace(/:.*/, ""));
    expect(names("Base")).toEqual(["id", "text"]);
    expect(names("Base.shape")).toEqual(["id", "text"]);
    expect(names("{ ...Base.shape, one: z.string() }")).toEqual([
      "id",
      "text",
      "one",
    ]);
    expect(names("Base.pick({ id: true })")).toEqual(["id"]);
    expect(names("Base.omit({ id: true }).partial()")).toEqual(["text"]);
    expect(names("Base.omit(mask)")).toEqual([]);
    expect(names("Base.extend({ one: z.string() }).strict()")).toEqual([
      "id",
      "text",
      "one",
    ]);
    expect(names("Base.merge(More).passthrough()")).toEqual([
      "id",
      "text",
      "place",
    ]);
    expect(names("Base.and(More)")).toEqual(["id", "text", "place"]);
    expect(names("z.intersection(Base, More)")).toEqual([
      "id",
      "text",
      "place",
    ]);
    expect(names("z.optional(Base)")).toEqual(["id", "text"]);
    expect(names("{ kind: Base.keyof() }")).toEqual(["kind"]);
    expect(names("{ copy: Base.shape.text }")).toEqual(["copy"]);
    expect(names("Base.refine(check).describe('x')")).toEqual(["id", "text"]);
    expect(names("zodToJsonSchema(Base)")).toEqual(["id", "text"]);
    expect(names("z.toJSONSchema(Base)")).toEqual(["id", "text"]);
  });

  it("names the paths of nested fields", () => {
    expect(
      outline(`{
        list: z.array(z.object({ a: z.string() })).describe("List."),
        map: z.record(z.string(), z.object({ b: z.string() })).describe("Map."),
        pair: z.tuple([z.object({ c: z.string() })]).describe("Pair."),
      }`),
    ).toEqual([
      "list: array = List.",
      "list[].a: string = -",
      "map: record = Map.",
      "map.*.b: string = -",
      "pair: array = Pair.",
      "pair[].c: string = -",
    ]);
  });

  it("knows literals and discriminators, which speak for themselves", () => {
    const parameters = parametersOf(`{
      kind: z.literal("note").optional(),
      both: z.literal("a").or(z.literal("b")),
      target: z.discriminatedUnion("type", [z.object({ type: z.enum(["user"]), id: z.string() })]),
    }`);
    expect(
      parameters?.map(({ enumValues, name, needsDescription }) => [
        name,
        needsDescription,
        enumValues,
      ]),
    ).toEqual([
      ["kind", false, ["note"]],
      ["both", true, ["a", "b"]],
      ["target", true, []],
      ["type", false, ["user"]],
      ["id", true, []],
    ]);
  });

  it("asks no description of what the host fills in", () => {
    const judged = (mimeType: string): unknown[] | undefined =>
      parametersOf(
        `{ mode: z.object({ value: z.enum(["A"]), mimeType: ${mimeType} }) }`,
        `import { INTERNAL_MIME_TYPES } from "@dust-tt/client";`,
      )?.map((parameter) => [pathOf(parameter), parameter.needsDescription]);
    expect(judged("z.literal(INTERNAL_MIME_TYPES.TOOL_INPUT.ENUM)")).toEqual([
      ["mode", false],
    ]);
    expect(judged(`z.literal("text/plain")`)).toEqual([
      ["mode", true],
      ["mode.value", true],
      ["mode.mimeType", false],
    ]);
  });

  it("nor of an object whose every field is the host's", () => {
    const judged = (age: string): unknown[] | undefined =>
      parametersOf(
        `{ user: z.object({ name: Schemas[MIME.TOOL_INPUT.STRING], age: ${age} }) }`,
        `import { MIME, Schemas } from "./host";`,
      )?.map((parameter) => [pathOf(parameter), parameter.needsDescription]);
    expect(judged("Schemas[MIME.TOOL_INPUT.NUMBER]")).toEqual([
      ["user", false],
    ]);
    expect(judged("z.number()")?.[0]).toEqual(["user", true]);
  });

  it("puts the fields of spread shapes in their place, the later of a name", () => {
    expect(
      outline(
        `{ a: z.string(), ...Base.shape, b: z.number(), ...More, c: z.boolean() }`,
        `
const Base = z.object({ d: z.string(), b: z.string() });
const More = { a: z.number().describe("A") };`,
      ),
    ).toEqual([
      "d: string = -",
      "b: number = -",
      "a: number = A",
      "c: boolean = -",
    ]);
  });

  it("survives a name of Zod that stands for itself", () => {
    expect(
      outline("{ a: zz.string() }", "const zz = zz.default.z;"),
    ).toHaveLength(1);
  });

  it("reads a schema that holds itself once, however many branches it has", () => {
    const branches = ["a", "b", "c", "d", "e", "f"]
      .map((name) => `${name}: z.array(z.lazy(() => Node)),`)
      .join(" ");
    expect(
      outline("{ tree: Node }", `const Node = z.object({ ${branches} });`),
    ).toHaveLength(7);
    expect(outline("{ x: Node }", "const Node = z.lazy(() => Node);")).toEqual([
      "x: unknown = ?",
    ]);
    expect(outline("{ x: A }", "const A = A.optional();")).toEqual([
      "x: unknown = ?",
    ]);
    expect(outline("A", "const A = A.merge(A).extend(A);")).toEqual([]);
  });

  it("reads imported schemas, and places their fields in their file", () => {
    const others = {
      "/repo/schemas.ts": `
import { z } from "zod";
export const Paging = { limit: z.number() };`,
    };
    const [limit] =
      parametersOf("Paging", `import { Paging } from "./schemas";`, others) ??
      [];
    expect(limit?.key.file).toBe("/repo/schemas.ts");
    expect(limit?.line).toBe(3);
  });

  it("knows nothing of other libraries", () => {
    expect(parametersOf("Type.Object({ a: Type.String() })")).toBeUndefined();
    expect(parametersOf("v.object({ a: v.string() })")).toBeUndefined();
    expect(parametersOf("schemaFor(tool)")).toBeUndefined();
    expect(parametersOf("{ a: yup.string() }")).toHaveLength(1);
    expect(outline("{ a: yup.string() }")).toEqual(["a: unknown = ?"]);
  });

  it("takes compiled names and namespaces of zod", () => {
    const before = `const zod_1 = require("zod"); import * as zz from "zod/v4";`;
    expect(outline("{ a: zod_1.z.string(), b: zz.string() }", before)).toEqual([
      "a: string = -",
      "b: string = -",
    ]);
  });
});

describe("JSON schemas", () => {
  it("reads properties at every level", () => {
    expect(
      outline(`{
        type: "object",
        properties: {
          a: { type: "string", description: "A" },
          b: { type: ["integer", "null"] },
          c: { enum: ["x", "y"] },
          d: { const: "x" },
          e: { enum: ["x"] },
          f: { type: "array", items: { type: "object", properties: { g: {} } } },
          h: { anyOf: [{ type: "object", properties: { i: { type: "boolean" } } }] },
          j: { $ref: "#/$defs/j" },
          k: { allOf: [{ $ref: "#/$defs/k" }] },
          l: { type: "object", additionalProperties: { type: "object", properties: { m: {} } } },
          n: true,
          "o": { ...more },
        },
      }`),
    ).toEqual([
      "a: string = A",
      "b: number = -",
      "c: enum = -",
      "d: literal = -",
      "e: literal = -",
      "f: array = -",
      "f[].g: other = -",
      "h: union = -",
      "h.i: boolean = -",
      "j: unknown = ?",
      "k: unknown = ?",
      "l: object = -",
      "l.*.m: other = -",
      "n: unknown = ?",
      "o: other = ?",
    ]);
  });

  it("tells a JSON schema from a shape by what is in it", () => {
    expect(outline(`{ properties: z.string(), type: z.string() }`)).toEqual([
      "properties: string = -",
      "type: string = -",
    ]);
    expect(outline(`{ type: "object" }`)).toEqual([]);
  });

  it("survives a schema that holds itself", () => {
    const before = `
const a = { anyOf: [a, a], items: a, properties: { b: a, c: b } };
const b = { properties: { d: a } };`;
    expect(outline("a", before).length).toBeLessThan(20);
  });
});
