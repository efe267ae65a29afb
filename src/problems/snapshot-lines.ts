import type { LintedFile } from "../linted-file.ts";
import type { SnapshotEntry } from "../registries/id-snapshot.ts";
import type { Registries } from "../registries/registries.ts";
import {
  snapshotFindings,
  type SnapshotDrift,
  type SnapshotFinding,
} from "../registries/snapshot-findings.ts";
import {
  configAt,
  idAt,
  troubleAdvice,
  troubleWording,
} from "../registry-wording.ts";
import { fileName, quoted } from "../wording.ts";
import {
  idText,
  type SnapshotProblem,
  type Wording,
} from "./snapshot-drift.ts";

// What is wrong in the id snapshot itself.

/** What the linted snapshot says otherwise than the configs, or twice. */
export function problemsInSnapshot(
  registries: Registries,
  linted: LintedFile,
): readonly SnapshotProblem[] {
  return snapshotFindings(registries, linted.file.text).map((finding) => {
    const { edits, isCertain, range } = finding;
    const wording = findingWording(finding, linted);
    if (isCertain || !edits) {
      return { ...wording, range, fix: edits };
    }
    const { data, messageId } = wording;
    const suggestion = messageId === "takenLine" ? "renameLine" : "addLine";
    return {
      ...wording,
      range,
      suggestions: [{ messageId: suggestion, data, edits }],
    };
  });
}

/** Says in the snapshot what was found there. */
function findingWording(finding: SnapshotFinding, linted: LintedFile): Wording {
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
      return { messageId: finding.kind, data: repetitionData(finding) };
    }
    case "wrongId": {
      const { own } = finding;
      return {
        messageId: "wrongId",
        data: {
          ...repetitionData(finding),
          own: own.value,
          config: idAt(own, linted),
        },
      };
    }
    case "drift":
      return lineWording(finding.drift, linted);
  }
}

function repetitionData({
  entry,
  other,
}: Record<"entry" | "other", SnapshotEntry>) {
  return {
    server: quoted(entry.name),
    id: entry.id,
    other: quoted(other.name),
    line: other.line,
  };
}

function lineWording(drift: SnapshotDrift, linted: LintedFile): Wording {
  switch (drift.kind) {
    case "gone": {
      const { id, name } = drift.entry;
      if (drift.isRetired === true) {
        return { messageId: "retiredLine", data: { server: quoted(name), id } };
      }
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
