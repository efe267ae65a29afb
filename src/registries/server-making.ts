import { calleeName } from "../mcp/reading.ts";
import type { Located } from "../source/static-value.ts";
import type { Registries } from "./registries.ts";

/** How the host makes a server, as far as the switch tells. */
export type Making =
  /** By a function of the server's own, which a module exports. */
  | {
      readonly kind: "own";
      readonly from: string;
      readonly specifier: string;
      readonly imported: string;
    }
  /** By one function for many servers, which is given the handlers. */
  | { readonly kind: "shared"; readonly handlers: Located }
  | { readonly kind: "no-case" }
  /** There is no switch to ask. */
  | { readonly kind: "unread" }
  | { readonly kind: "unknown" };

/** Reads what the switch does for a server. */
export function makingOf(server: string, { switch: read }: Registries): Making {
  if (read.status !== "read") {
    return { kind: "unread" };
  }
  const { entries, open } = read.value;
  const found = entries.find(({ name }) => name === server);
  if (!found) {
    return { kind: open ? "unknown" : "no-case" };
  }
  const result = found.result();
  return result ? readMaking(result) : { kind: "unknown" };
}

/** `xServer(auth)`, or `createServer(auth, { toolHandlers: X_TOOL_HANDLERS })`. */
function readMaking({ module, value }: Located): Making {
  if (value.kind !== "call") {
    return { kind: "unknown" };
  }
  const given = value.args.flatMap(({ value: argument }) =>
    argument.kind === "object"
      ? argument.members.map((member) => member.value)
      : argument,
  );
  for (const one of given) {
    const name = calleeName({ value: one, module });
    if (name?.endsWith("_HANDLERS") === true) {
      return { kind: "shared", handlers: { value: one, module } };
    }
  }
  // A function that is told what to make may make any server.
  const isTold =
    given.some(({ kind }) => kind === "import") ||
    value.args.some((argument) => argument.value.kind === "object");
  if (value.callee.kind !== "import" || isTold) {
    return { kind: "unknown" };
  }
  const { imported, specifier } = value.callee;
  return { kind: "own", from: module.path, specifier, imported };
}

/** How the servers of the app are made: each by itself, or all by one function. */
export function usualMaking(registries: Registries): "own" | "shared" | "both" {
  const { switch: read } = registries;
  const entries = read.status === "read" ? read.value.entries : [];
  const kinds = new Set(
    entries.flatMap((entry) => {
      const result = entry.result();
      return result ? readMaking(result).kind : [];
    }),
  );
  if (kinds.has("own") && !kinds.has("shared")) {
    return "own";
  }
  return kinds.has("shared") && !kinds.has("own") ? "shared" : "both";
}
