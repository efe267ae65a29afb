import { expect, it } from "vitest";
import { constants, ExampleCopy, registrationRules } from "./example-copy.ts";

// Configs of two objects that a call puts together: what is in them, only a run
// could tell.

const rules = [...registrationRules, "valid-server-config"];

/** A copy whose configs are two constants, put together by an expression. */
function withConfigs(expression: string): ExampleCopy {
  const copy = new ExampleCopy();
  copy.edit(
    constants,
    ["export const INTERNAL_MCP_SERVERS = {", "const PROD = {"],
    ["  // Development\n", "};\n\nconst DEV = {\n"],
    [
      "} satisfies Record<InternalMCPServerNameType, InternalMCPServerConfig>;",
      `};

export const INTERNAL_MCP_SERVERS = ${expression};`,
    ],
  );
  return copy;
}

it.each([
  "merge(PROD, DEV)",
  "Object.assign({}, PROD, DEV)",
  "Object.freeze(Object.assign(PROD, DEV))",
  "{ ...PROD, ...DEV }",
])("nothing is said of %s", async (expression) => {
  const copy = withConfigs(expression);
  const text = copy.read(constants);
  const results = await copy.lint(rules, true);
  expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  expect(copy.read(constants)).toBe(text);
});

it("nor where the names are the keys of what it gives", async () => {
  const copy = withConfigs("merge(PROD, DEV)");
  const [list = ""] =
    /\[\n {2}\/\/ A name[^\]]*\] as const/.exec(copy.read(constants)) ?? [];
  copy.edit(constants, [list, "Object.keys(INTERNAL_MCP_SERVERS) as Name[]"]);
  expect(await copy.findings(rules)).toEqual([]);
});
