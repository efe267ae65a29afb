import { createRule } from "../src/create-rule.ts";
import { lintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { completeText, type Server, type Tool } from "../src/mcp/model.ts";
import { quoted } from "../src/wording.ts";

type MessageIds = "duplicate";

export const noDuplicateTool = createRule<MessageIds, object>({
  name: "no-duplicate-tool",
  meta: {
    type: "problem",
    docs: {
      description: "disallow two tools of one server with the same name",
      presets: { recommended: true, strict: true, mcp: true },
    },
    schema: {},
    messages: {
      duplicate:
        "This server already has a tool named {{name}} (line {{line}}). Clients call tools by name, so one of the two can never be reached, or the server refuses to start. Rename or remove one.",
    },
  },
  defaults: {},
  looksAt: ["tools"],
  create(context) {
    return {
      Program() {
        const { file, model } = lintedFile(context);
        const reported = new Set<string>();
        for (const server of model.servers) {
          for (const [first, again] of duplicates(server)) {
            const { range } = again.anchor;
            const key = String(range[0]);
            if (again.anchor.file !== file.path || reported.has(key)) {
              continue;
            }
            reported.add(key);
            context.report({
              loc: locationOf(context, range),
              messageId: "duplicate",
              data: {
                name: quoted(completeText(again.name) ?? ""),
                line: locationOf(context, first.anchor.range).start.line,
              },
            });
          }
        }
      },
    };
  },
});

/** Pairs of an earlier tool and a later one that takes its name. */
function* duplicates({ tools }: Server): Generator<readonly [Tool, Tool]> {
  const byName = new Map<string, Tool[]>();
  for (const tool of tools) {
    const name = completeText(tool.name);
    if (name === undefined) {
      continue;
    }
    const earlier = byName.get(name);
    if (!earlier) {
      byName.set(name, [tool]);
      continue;
    }
    const clash = earlier.find((one) => runsWith(one, tool));
    if (clash) {
      yield [clash, tool];
    }
    earlier.push(tool);
  }
}

/**
 * Whether both are registered in one run. Two branches of an `if` may each
 * declare a tool of the same name.
 */
function runsWith(
  { anchor: { file }, registeredIn: outer }: Tool,
  { anchor, registeredIn: inner }: Tool,
): boolean {
  return file === anchor.file && outer[0] <= inner[0] && inner[1] <= outer[1];
}
