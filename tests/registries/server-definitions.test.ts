import { describe, expect, it } from "vitest";
import { definedName } from "../../src/registries/definition-names.ts";
import { readServerDefinitions } from "../../src/registries/server-definitions.ts";
import { lookupIn, sourceFile } from "../read-model.ts";

function read(text: string, others: Readonly<Record<string, string>> = {}) {
  const lookup = lookupIn(others);
  return readServerDefinitions(sourceFile(text, "/repo/metadata.ts")).map(
    (definition) => ({
      kind: definition.kind,
      name: definedName(definition, lookup),
      at: text.slice(...definition.place),
      exported: definition.exported,
      usesOAuth: definition.usesOAuth,
    }),
  );
}

const lists = {
  kind: "metadata",
  name: "lists",
  at: `"lists"`,
  exported: "LISTS_SERVER",
  usesOAuth: undefined,
};

describe("readServerDefinitions", () => {
  it.each([
    [
      "an exported server object",
      `export const LISTS_SERVER = { serverInfo: { name: "lists" }, tools: [] } as const satisfies ServerMetadata;`,
    ],
    [
      "exported under its name later on",
      `const LISTS_SERVER: ServerMetadata = { tools, serverInfo: { name: "lists" } }; export { LISTS_SERVER };`,
    ],
    [
      "with traps beside it",
      `export const LISTS_SERVER = { tools: [{ name: "x", schema: { serverInfo: z.string() } }], serverInfo: { version: "1", name: "lists" } };`,
    ],
  ])("%s", (_, text) => {
    expect(read(text)).toEqual([lists]);
  });

  it("follows constants, here and elsewhere", () => {
    expect(
      read(
        `import { NAME } from "./names";
         const serverInfo = { name: NAME, authorization: { provider: "x" } };
         export const A = { serverInfo, tools: [] };`,
        { "/repo/names.ts": `export const NAME = "lists";` },
      ),
    ).toEqual([
      {
        kind: "metadata",
        name: "lists",
        at: "NAME",
        exported: "A",
        usesOAuth: true,
      },
    ]);
    expect(
      read(
        `import { info } from "./info"; export const A = { serverInfo: info, tools: [] };`,
        { "/repo/info.ts": `export const info = { name: "lists" };` },
      )[0]?.name,
    ).toBe("lists");
  });

  it("tells a sign-in from none, and from what can't be read", () => {
    const uses = (authorization: string) =>
      read(
        `export const A = { serverInfo: { name: "a", authorization: ${authorization} }, tools: [] };`,
      )[0]?.usesOAuth;
    expect(uses(`{ provider: "x" }`)).toBe(true);
    expect(uses("null")).toBe(false);
    expect(uses("authorize()")).toBeUndefined();
  });

  it.each([
    [
      "a function declaration",
      `export default function create(auth: Auth, ctx?: Ctx) { return makeInternalMCPServer("lists"); }`,
    ],
    [
      "a function that is exported later on",
      `function create(auth: Auth) { const server = makeInternalMCPServer("lists"); return server; } export default create;`,
    ],
    [
      "a constant",
      `const create = (auth: Auth) => makeInternalMCPServer("lists"); export default create;`,
    ],
  ])("a factory: %s", (_, text) => {
    expect(read(text)).toEqual([
      {
        kind: "factory",
        name: "lists",
        at: `"lists"`,
        exported: "default",
        usesOAuth: undefined,
      },
    ]);
  });

  it("a factory of the SDK's own server", () => {
    expect(
      read(
        `const serverInfo = { name: "lists", version: "1", authorization: null };
         const create = () => { const server = new McpServer(serverInfo, { instructions }); return server; };`,
      ),
    ).toEqual([
      {
        kind: "factory",
        name: "lists",
        at: `"lists"`,
        exported: undefined,
        usesOAuth: false,
      },
    ]);
  });

  it("what a factory takes", () => {
    const [definition] = readServerDefinitions(
      sourceFile(
        `export default (auth: Authenticator, { id }: Ids, context?: Context, n = 1) => makeInternalMCPServer("lists");`,
        "/repo/index.ts",
      ),
    );
    expect(definition?.parameters).toEqual([
      { name: "auth", type: "Authenticator", optional: false },
      { name: undefined, type: "Ids", optional: false },
      { name: "context", type: "Context", optional: true },
      { name: "n", type: undefined, optional: true },
    ]);
  });

  it.each([
    [
      "a maker of any server",
      `export const create = (name: Name) => new McpServer(infoOf(name)) && makeInternalMCPServer(name);`,
    ],
    [
      "a shared factory",
      `export function createServer(auth, { serverMetadata }) { return makeInternalMCPServer(serverMetadata.serverInfo.name); }`,
    ],
    [
      "an overriding entry of a config",
      `export const CONFIGS = { a: { metadata: { ...A, serverInfo: { name: "a" } } } };`,
    ],
    ["a type", `export type S = { serverInfo: { name: string }; tools: T };`],
    ["words in texts", `const text = "serverInfo: makeInternalMCPServer(x)";`],
  ])("no definition: %s", (_, text) => {
    expect(read(text).filter(({ name }) => name !== undefined)).toEqual([]);
  });

  it("a name that only a run could tell is a definition without a name", () => {
    expect(
      read(`export const A = { serverInfo: { name: nameOf(a) }, tools: [] };`),
    ).toEqual([
      {
        kind: "metadata",
        name: undefined,
        at: "nameOf(a)",
        exported: "A",
        usesOAuth: undefined,
      },
    ]);
  });
});
