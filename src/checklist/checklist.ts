import type { ESLint } from "eslint";
import { FileStore } from "../files/file-store.ts";
import { ImportResolver } from "../files/resolve-import.ts";
import plugin from "../index.ts";
import { serversOf } from "./assign-findings.ts";
import { findApps, type App, type Server } from "./find-servers.ts";
import { judgeLine } from "./judge-line.ts";
import { lines } from "./lines.ts";
import {
  readResults,
  relativeName,
  type LintedResults,
} from "./linted-results.ts";
import type {
  ChecklistReport,
  Finding,
  LineReport,
  ServerReport,
  ServerState,
} from "./report.ts";
import type { Run } from "./run.ts";

/**
 * The checklist of every server that a run was about.
 *
 * @param results ESLint's
 * @param cwd the folder that ESLint ran in, absolute
 * @param run what is known of the run besides its results
 * @param rules the ids of the rules that exist
 */
export async function checklistOfRun(
  results: readonly ESLint.LintResult[],
  cwd: string,
  run: Run,
  rules: ReadonlySet<string> = new Set(Object.keys(plugin.rules)),
): Promise<ChecklistReport> {
  const store = new FileStore();
  const linted = await readResults(results, cwd, run);
  const apps = await findApps(
    [...linted.files],
    run,
    store,
    new ImportResolver(store),
  );
  const { byServer, general } = assign(linted, apps, store);
  const servers: ServerReport[] = [];
  const notLinted: string[] = [];
  for (const app of apps) {
    const evidence = { app, results: linted, run, store, rules };
    for (const server of app.servers) {
      const findings = byServer.get(server) ?? [];
      if (
        findings.length === 0 &&
        !server.files.some((file) => linted.files.has(file))
      ) {
        notLinted.push(server.name);
        continue;
      }
      const judged: LineReport[] = [];
      for (const line of lines) {
        const report = await judgeLine(line, server, findings, evidence);
        judged.push(...(report ? [report] : []));
      }
      servers.push({
        name: server.name,
        folder: server.units.map((unit) => relativeName(unit, cwd)).join(", "),
        state: stateOf(judged),
        lines: judged,
      });
    }
  }
  return {
    version: 1,
    servers,
    general,
    notLinted,
    notes: [...notesOn(apps), ...(run.unknown ? [run.unknown.note] : [])],
    summary: summaryOf(servers),
  };
}

function assign(
  { findings }: LintedResults,
  apps: readonly App[],
  store: FileStore,
): {
  readonly byServer: ReadonlyMap<Server, readonly Finding[]>;
  readonly general: readonly Finding[];
} {
  const byServer = new Map<Server, Finding[]>();
  const general: Finding[] = [];
  for (const placed of findings) {
    const servers = serversOf(placed, apps, store);
    for (const server of servers) {
      const others = byServer.get(server);
      if (others) {
        others.push(placed.finding);
      } else {
        byServer.set(server, [placed.finding]);
      }
    }
    if (servers.length === 0) {
      general.push(placed.finding);
    }
  }
  return { byServer, general };
}

function stateOf(judged: readonly LineReport[]): ServerState {
  if (judged.some(({ status }) => status === "fails")) {
    return "findings";
  }
  return judged.some(({ status }) => status === "unknown")
    ? "open"
    : "complete";
}

function summaryOf(
  servers: readonly ServerReport[],
): ChecklistReport["summary"] {
  const count = (state: ServerState): number =>
    servers.filter((server) => server.state === state).length;
  return {
    servers: servers.length,
    complete: count("complete"),
    findings: count("findings"),
    open: count("open"),
  };
}

function notesOn(apps: readonly App[]): string[] {
  return apps.some(
    ({ registries: { inventory }, servers }) =>
      inventory.open && servers.length > 0,
  )
    ? [
        "There are files or servers that could not be read in the servers' folders; what they define is not listed here.",
      ]
    : [];
}
