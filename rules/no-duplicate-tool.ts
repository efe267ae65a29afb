import { createRule } from "../src/create-rule.ts";
import { lintedFile, type LintedFile } from "../src/linted-file.ts";
import { locationOf } from "../src/location.ts";
import { completeText, type Server, type Tool } from "../src/mcp/model.ts";
import { fileName, quoted } from "../src/wording.ts";

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
        "This server already has a tool named {{name}} ({{where}}). Clients call tools by name, so one of the two can never be reached, or the server refuses to start. Rename or remove one.",
    },
  },
  defaults: {},
  looksAt: ["tools"],
  create(context) {
    return {
      Program() {
        const linted = lintedFile(context);
        const { file, model } = linted;
        const reported = new Set<string>();
        for (const server of model.servers) {
          for (const pair of duplicates(server)) {
            // Of two files only this one can change; of two places, the later.
            const again = pair.findLast(
              ({ anchor }) => anchor.file === file.path,
            );
            const first = pair.find((tool) => tool !== again);
            const key = String(again?.anchor.range[0]);
            if (!again || !first || reported.has(key)) {
              continue;
            }
            reported.add(key);
            context.report({
              loc: locationOf(context, again.anchor.range),
              messageId: "duplicate",
              data: {
                name: quoted(completeText(again.name) ?? ""),
                where: placeOf(first, linted),
              },
            });
          }
        }
      },
    };
  },
});

function placeOf({ anchor, name }: Tool, linted: LintedFile): string {
  const line =
    name.kind === "known" ? name.value.module.lineAt(anchor.range[0]) : 1;
  const at = `line ${String(line)}`;
  return anchor.file === linted.file.path
    ? at
    : `${fileName(anchor.file, linted)}, ${at}`;
}

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
 * declare a tool of the same name. A list may hold tools of other files.
 */
function runsWith(
  { anchor: { file }, registeredIn: outer }: Tool,
  { anchor, registeredIn: inner }: Tool,
): boolean {
  return file === anchor.file
    ? outer[0] <= inner[0] && inner[1] <= outer[1]
    : outer[0] === inner[0] && inner[1] === outer[1];
}
