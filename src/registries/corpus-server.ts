import type { StaticValue } from "../source/static-value.ts";
import type { CorpusEntry } from "./bm25-corpus.ts";
import type { ServerSources } from "./config-target.ts";

/** A chain of more names than this was not written by hand. */
const mostSteps = 40;

/**
 * The server whose object the tools of an entry are taken from:
 * `X_SERVER.tools`, all of them or some.
 *
 * @returns its name; `undefined` where they come from elsewhere, or that can't
 *   be known
 */
export function corpusServer(
  { tools }: CorpusEntry,
  { definitionOf }: Pick<ServerSources, "definitionOf">,
): string | undefined {
  if (!tools) {
    return undefined;
  }
  const { module } = tools;
  let value: StaticValue | undefined = tools.value;
  for (let step = 0; step < mostSteps; step++) {
    switch (value?.kind) {
      case "member":
        value = value.object;
        break;
      case "call":
        value = value.callee;
        break;
      case "reference":
        value = module.binding(value.name);
        break;
      case "import":
        return definitionOf(module.path, value)?.serverName;
      default:
        return undefined;
    }
  }
  return undefined;
}
