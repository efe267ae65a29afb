import { styleText } from "node:util";
import type {
  ChecklistReport,
  Finding,
  LineReport,
  LineStatus,
  ServerReport,
  ServerState,
} from "./report.ts";
import {
  editionMarks,
  legend,
  marks,
  notesOf,
  placesOf,
  plain,
  rulesOf,
  stateLine,
  summaryLine,
} from "./wording.ts";

type Style = "bold" | "dim" | "green" | "red" | "yellow";

const columns = 80;

const styles: Readonly<Record<LineStatus, Style>> = {
  holds: "green",
  fails: "red",
  unknown: "yellow",
  manual: "dim",
  "not-applicable": "dim",
};

const stateStyles: Readonly<Record<ServerState, Style>> = {
  complete: "green",
  findings: "red",
  open: "yellow",
};

/** The checklist for a terminal of 80 columns; paths are never broken. */
export function printForTerminal(
  report: ChecklistReport,
  { color }: { readonly color: boolean },
): string {
  const paint = (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const blocks = [
    ...report.servers.map((server) => serverBlock(server, paint)),
    ...(report.general.length > 0 ? [generalBlock(report.general, paint)] : []),
    [
      paint("bold", summaryLine(report)),
      ...notesOf(report).flatMap((note) => wrapped(plain(note), "")),
      ...(report.servers.length > 0
        ? [legend.marks, legend.editions].map((text) => paint("dim", text))
        : []),
    ],
  ];
  return blocks.map((block) => block.join("\n")).join("\n\n");
}

type Paint = (style: Style, text: string) => string;

function serverBlock(server: ServerReport, paint: Paint): string[] {
  return [
    `${paint("bold", plain(server.name))}  ${paint(stateStyles[server.state], stateLine(server))}`,
    paint("dim", plain(server.folder)),
    ...server.lines.flatMap((line) => lineRows(line, paint)),
  ];
}

function lineRows(line: LineReport, paint: Paint): string[] {
  const note = noteOf(line);
  const text = `${line.text}${editionMarks(line.editions)}`;
  const head = `  ${paint(styles[line.status], marks[line.status])} ${text}`;
  const isShort = `    ${text} (${note})`.length <= columns;
  return [
    note !== "" && isShort ? `${head} ${paint("dim", `(${note})`)}` : head,
    ...(note === "" || isShort
      ? []
      : wrapped(`(${note})`, "      ").map((row) => paint("dim", row))),
    ...placeRows(line.findings, paint),
  ];
}

function noteOf({ findings, reason, status }: LineReport): string {
  return [
    ...(status === "fails" ? [rulesOf(findings)] : []),
    ...(reason === undefined ? [] : [plain(reason)]),
  ].join("; ");
}

function placeRows(findings: readonly Finding[], paint: Paint): string[] {
  const { more, places } = placesOf(findings);
  return [
    ...places.map((place) => `      ${place}`),
    ...(more > 0 ? [paint("dim", `      and ${String(more)} more`)] : []),
  ];
}

function generalBlock(findings: readonly Finding[], paint: Paint): string[] {
  const most = 10;
  return [
    paint("bold", "About no server in particular"),
    ...findings
      .slice(0, most)
      .flatMap(({ file, line, message, rule }) => [
        `  ${paint("red", marks.fails)} ${plain(file)}:${String(line)} ${paint("dim", `(${rule})`)}`,
        ...wrapped(plain(message), "      "),
      ]),
    ...(findings.length > most
      ? [paint("dim", `  and ${String(findings.length - most)} more`)]
      : []),
  ];
}

/** A text in rows of at most 80 columns; a longer word gets its own row. */
function wrapped(text: string, indent: string): string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of text.split(" ")) {
    if (row !== "" && indent.length + row.length + 1 + word.length > columns) {
      rows.push(indent + row);
      row = word;
    } else {
      row = row === "" ? word : `${row} ${word}`;
    }
  }
  return [...rows, indent + row];
}
