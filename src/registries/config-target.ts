import { fieldOf, isObject, textField } from "../mcp/reading.ts";
import { completeText } from "../mcp/model.ts";
import { findMember, resolve } from "../source/resolve.ts";
import type {
  ImportLookup,
  ImportValue,
  Located,
} from "../source/static-value.ts";
import type { NamedDefinition } from "./inventory.ts";
import type { ServerConfig } from "./server-configs.ts";

/** What the `metadata` of a config leads to. */
export type ConfigTarget =
  /** A server object of that name. */
  | { readonly kind: "server"; readonly name: string }
  /** Nothing: there is no `metadata`, or its file is gone. */
  | { readonly kind: "gone" }
  | { readonly kind: "unknown" };

/**
 * Follows a config's `metadata`; see {@link ConfigTarget}.
 *
 * @param definitionOf gives the server object that an import means, where it is
 *   known as a definition: then its values need not be read
 */
export function configTarget(
  { located }: ServerConfig,
  lookup: ImportLookup,
  definitionOf: (
    from: string,
    imported: ImportValue,
  ) => NamedDefinition | undefined,
): ConfigTarget {
  const config = resolve(located, lookup);
  if (!isObject(config)) {
    return { kind: "unknown" };
  }
  const member = findMember(config, "metadata", lookup);
  if (member.kind !== "known") {
    return { kind: member.kind === "absent" ? "gone" : "unknown" };
  }
  const { module, value } = member.located;
  const definition =
    value.kind === "import" ? definitionOf(module.path, value) : undefined;
  if (definition) {
    const { serverName } = definition;
    return serverName === undefined
      ? { kind: "unknown" }
      : { kind: "server", name: serverName };
  }
  const metadata = resolve(member.located, lookup);
  if (!isObject(metadata)) {
    return { kind: isLost(metadata, lookup) ? "gone" : "unknown" };
  }
  const info = fieldOf(metadata, "serverInfo", lookup);
  const name =
    info.kind === "known" && isObject(info.value)
      ? completeText(textField(fieldOf(info.value, "name", lookup), lookup))
      : undefined;
  return name === undefined ? { kind: "unknown" } : { kind: "server", name };
}

/** An import of the app's own whose file, or whose name in it, is not there. */
function isLost({ module, value }: Located, lookup: ImportLookup): boolean {
  return (
    value.kind === "import" &&
    /^(?:\.|@app\/)/.test(value.specifier) &&
    lookup(module.path, value.specifier) === undefined
  );
}
