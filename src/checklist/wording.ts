import type {
  ChecklistReport,
  Edition,
  Finding,
  LineStatus,
  ServerReport,
} from "./report.ts";

export const marks: Readonly<Record<LineStatus, string>> = {
  holds: "✓",
  fails: "✗",
  unknown: "?",
  manual: "–",
  "not-applicable": "–",
};

export const legend = {
  marks: "✓ holds   ✗ fails   ? could not be known   – not a linter's business",
  editions: "¹ ² asked for by the first, second edition of the checklist",
};

/** "8 servers: 5 complete, 3 with findings". */
export function summaryLine({ summary }: ChecklistReport): string {
  const { complete, findings, open, servers } = summary;
  if (servers === 0) {
    return "No server in the files that were linted.";
  }
  const parts = [
    ...(complete > 0 ? [`${String(complete)} complete`] : []),
    ...(findings > 0 ? [`${String(findings)} with findings`] : []),
    ...(open > 0 ? [`${String(open)} not fully known`] : []),
  ];
  return `${counted(servers, "server")}: ${parts.join(", ")}`;
}

/** How a server stands: "2 lines fail, 5 could not be known". */
export function stateLine({ lines }: ServerReport): string {
  const count = (status: LineStatus): number =>
    lines.filter((line) => line.status === status).length;
  const failing = count("fails");
  const unknown = count("unknown");
  const parts = [
    ...(failing > 0
      ? [`${counted(failing, "line")} ${failing === 1 ? "fails" : "fail"}`]
      : []),
    ...(unknown > 0 ? [`${String(unknown)} could not be known`] : []),
  ];
  return parts.length > 0 ? parts.join(", ") : "complete";
}

/** Notes of a report, and what it leaves out. */
export function notesOf({ notLinted, notes }: ChecklistReport): string[] {
  return [
    ...(notLinted.length > 0
      ? [
          `${counted(notLinted.length, "more server")} of which nothing was linted: ${listed(notLinted)}.`,
        ]
      : []),
    ...notes,
  ];
}

export function editionMarks(editions: readonly Edition[]): string {
  return editions.map((edition) => (edition === 1 ? "¹" : "²")).join("");
}

/** The rules that reported, each once. */
export function rulesOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ rule }) => rule))].sort().join(", ");
}

/** Where the findings are, at most a few, and how many more there are. */
export function placesOf(
  findings: readonly Finding[],
  most = 3,
): { readonly places: readonly string[]; readonly more: number } {
  const places = [
    ...new Set(findings.map(({ file, line }) => `${file}:${String(line)}`)),
  ];
  // One that is left out takes as much room as to say so.
  const shown = places.length === most + 1 ? places.length : most;
  return {
    places: places.slice(0, shown).map(plain),
    more: Math.max(places.length - shown, 0),
  };
}

/** A text of the linted code without what would steer a terminal. */
export function plain(text: string): string {
  // Controls, and marks that turn the direction of writing.
  return text.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, " ");
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function listed(names: readonly string[]): string {
  const most = 8;
  const shown = names.slice(0, most).map(plain).join(", ");
  return names.length > most
    ? `${shown} and ${String(names.length - most)} more`
    : shown;
}
