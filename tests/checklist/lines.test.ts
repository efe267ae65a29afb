import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { usesIn } from "../../src/checklist/line-findings.ts";
import { lines } from "../../src/checklist/lines.ts";

/** The ids of all rules that there are, or will be. */
const plannedRules: ReadonlySet<string> = new Set([
  "bare-infinitive-description",
  "bm25-query-coverage",
  "bm25-query-rank",
  "consistent-server-name",
  "handlers-match-tools",
  "informative-description",
  "no-description-noise",
  "no-duplicate-content",
  "no-duplicate-tool",
  "no-dynamic-tool-metadata",
  "no-raw-error-message",
  "no-raw-json-response",
  "no-response-noise",
  "no-unknown-tool-reference",
  "registered-in-bm25-corpus",
  "registered-in-constants",
  "registered-in-switch",
  "require-auth-check",
  "require-display-labels",
  "require-param-description",
  "require-response-validation",
  "require-result-error",
  "require-result-helper",
  "require-server-files",
  "require-tool-stake",
  "sorted-server-names",
  "stable-server-id",
  "stake-matches-verb",
  "tool-name-convention",
  "unique-server-id",
  "valid-server-config",
  "valid-server-info",
]);

/** Rules that are about no server, and stand in no line on purpose. */
const leftOut: readonly string[] = [];

const mapped = new Set(
  lines.flatMap((line) => usesIn(line).map(({ rule }) => rule)),
);

describe("the lines", () => {
  it("name rules that are planned", () => {
    expect([...mapped].filter((rule) => !plannedRules.has(rule))).toEqual([]);
  });

  it("take every rule of the plugin, or leave it out on purpose", () => {
    expect(
      Object.keys(rules).filter(
        (rule) => !mapped.has(rule) && !leftOut.includes(rule),
      ),
    ).toEqual([]);
  });

  it("are those of both checklists: ten in the first, eighteen in the second", () => {
    const of = (edition: 1 | 2): string[] =>
      lines
        .filter(({ editions }) => editions.includes(edition))
        .map(({ id }) => id);
    expect(of(1)).toEqual([
      "stakes",
      "names",
      "config",
      "switch",
      "errors",
      "pruning",
      "oauth",
      "icon",
      "gating",
      "manual-test",
    ]);
    expect(of(2)).toEqual([
      "metadata",
      "descriptions",
      "handlers",
      "factory",
      "names",
      "config",
      "switch",
      "rendering",
      "icon",
      "logo",
      "marketing",
      "gating",
      "corpus",
      "queries",
      "search-test",
      "types",
      "format",
      "manual-test",
    ]);
  });

  it("have ids of their own", () => {
    const ids = lines.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("fit into a terminal with their marks", () => {
    const long = lines.filter(({ text }) => text.length > 74);
    expect(long).toEqual([]);
  });

  it("ask for message ids that their rules have", () => {
    const empty = lines.flatMap((line) =>
      usesIn(line).flatMap(({ messageIds, rule }) => {
        const found = Object.entries(rules).find(([id]) => id === rule)?.[1];
        return found &&
          messageIds &&
          !Object.keys(found.meta.messages).some((id) => messageIds.test(id))
          ? [`${line.id}: ${rule} has no message ${String(messageIds)}`]
          : [];
      }),
    );
    expect(empty).toEqual([]);
  });
});
