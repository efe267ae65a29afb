import type { LintedFile } from "./linted-file.ts";
import type { SnapshotEntry } from "./registries/id-snapshot.ts";
import type { ServerConfig } from "./registries/server-configs.ts";
import type { ConfigDrift } from "./registries/snapshot-drift.ts";
import type { SnapshotFinding } from "./registries/snapshot-findings.ts";
import { configAt, troubleAdvice, troubleWording } from "./registry-wording.ts";
import { fileName, quoted } from "./wording.ts";

/** What is said of a config that the snapshot does not bear out. */
export type DriftMessage =
  | "changed"
  | "changedTaken"
  | "moved"
  | "taken"
  | "unlisted"
  | "unlistedAuto"
  | "unlistedManual";

/** What is said in the snapshot itself. */
export type FindingMessage =
  | "broken"
  | "goneLine"
  | "missing"
  | "missingAuto"
  | "missingManual"
  | "movedLine"
  | "repeatedId"
  | "repeatedName"
  | "takenLine";

interface Problem<MessageIds> {
  readonly messageId: MessageIds;
  readonly data: Readonly<Record<string, number | string>>;
}

/** A line of the snapshot, as messages in other files call it. */
export function lineData(
  { line, name }: SnapshotEntry,
  linted: LintedFile,
): { readonly server: string; readonly file: string; readonly line: number } {
  return { server: quoted(name), file: snapshotName(linted), line };
}

function snapshotName(linted: LintedFile): string {
  const file = linted.registries?.idSnapshot.file;
  return file === undefined ? "the id snapshot" : fileName(file, linted);
}

/**
 * Says in the constants file, or at a definition, how a config drifted.
 *
 * @param where the config's place, where that is in another file
 */
export function driftProblem(
  drift: ConfigDrift,
  where: string | undefined,
  linted: LintedFile,
): Problem<DriftMessage> {
  const place = where === undefined ? "" : ` (in ${where})`;
  const server = quoted(drift.config.name);
  const file = snapshotName(linted);
  const id = `${idText(drift.config)}${place}`;
  switch (drift.kind) {
    case "changed": {
      const { entry, shipped } = drift;
      return {
        messageId: shipped === undefined ? "changedTaken" : "changed",
        data: { server, id, file, line: entry.line, shipped: entry.id },
      };
    }
    case "moved": {
      const { config, entry } = drift;
      const availability = `${config.availability.value}${place}`;
      const { line, list } = entry;
      return {
        messageId: "moved",
        data: { server, availability, file, line, list },
      };
    }
    case "taken": {
      const { line, name } = drift.entry;
      return {
        messageId: "taken",
        data: { server, id, file, line, other: quoted(name) },
      };
    }
    case "missing":
      return {
        messageId:
          drift.list === undefined || !drift.config.id
            ? "unlisted"
            : drift.list === "auto"
              ? "unlistedAuto"
              : "unlistedManual",
        data: { server, id, file },
      };
  }
}

/** Says in the snapshot what was found there. */
export function findingProblem(
  finding: SnapshotFinding,
  linted: LintedFile,
): Problem<FindingMessage> {
  switch (finding.kind) {
    case "broken": {
      const { trouble } = finding;
      return {
        messageId: "broken",
        data: {
          trouble: troubleWording(trouble),
          advice: troubleAdvice(trouble, "idSnapshot"),
        },
      };
    }
    case "repeatedId":
    case "repeatedName": {
      const { entry, first, kind } = finding;
      return {
        messageId: kind,
        data: {
          server: quoted(entry.name),
          id: entry.id,
          other: quoted(first.name),
          line: first.line,
        },
      };
    }
    case "drift":
      return lineProblem(finding.drift, linted);
  }
}

function lineProblem(
  drift: Extract<SnapshotFinding, { kind: "drift" }>["drift"],
  linted: LintedFile,
): Problem<FindingMessage> {
  switch (drift.kind) {
    case "gone": {
      const { id, name } = drift.entry;
      const constants = linted.registries?.constants.file;
      return {
        messageId: "goneLine",
        data: {
          server: quoted(name),
          id,
          constants: constants === undefined ? "" : fileName(constants, linted),
        },
      };
    }
    case "taken": {
      const { config, entry } = drift;
      return {
        messageId: "takenLine",
        data: {
          server: quoted(entry.name),
          id: entry.id,
          other: quoted(config.name),
          config: configAt(config, linted),
        },
      };
    }
    case "moved": {
      const { config, entry } = drift;
      return {
        messageId: "movedLine",
        data: {
          server: quoted(entry.name),
          availability: config.availability.value,
          list: entry.list,
          config: configAt(config, linted),
        },
      };
    }
    case "missing": {
      const { config, list } = drift;
      return {
        messageId:
          list === undefined || !config.id
            ? "missing"
            : list === "auto"
              ? "missingAuto"
              : "missingManual",
        data: {
          server: quoted(config.name),
          id: idText(config),
          config: configAt(config, linted),
        },
      };
    }
  }
}

/** Nothing where it can't be read: then no message names it. */
function idText({ id }: ServerConfig): string {
  return id ? String(id.value) : "";
}
