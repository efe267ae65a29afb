/**
 * What became of a line of the checklist:
 *
 * - `holds`: the rules that check it were on, looked at all files that matter,
 *   and found nothing
 * - `fails`: a rule reported
 * - `unknown`: neither can be said; `reason` says why
 * - `manual`: not a linter's business
 * - `not-applicable`: the settings or the kind of server leave nothing to check
 */
export type LineStatus =
  "fails" | "holds" | "manual" | "not-applicable" | "unknown";

/** A report of one of our rules. */
export interface Finding {
  /** Relative to the folder that ESLint ran in, with slashes. */
  readonly file: string;
  /** One-based, as ESLint has them. */
  readonly line: number;
  readonly column: number;
  /** Without the plugin's name. */
  readonly rule: string;
  readonly messageId: string | undefined;
  readonly message: string;
  /** By a comment in the file, or by ESLint's list of suppressions. */
  readonly suppressed: "comment" | "list" | undefined;
}

/** The runbook came in two editions, each with a checklist of its own. */
export type Edition = 1 | 2;

export interface LineReport {
  /** Stable, for programs. */
  readonly id: string;
  readonly text: string;
  /** Whose checklist has the line; empty for what the runbook asks elsewhere. */
  readonly editions: readonly Edition[];
  readonly status: LineStatus;
  /** Why, in a few words; on a line that holds, what was not looked at. */
  readonly reason: string | undefined;
  /** The rules that check it and exist. */
  readonly rules: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * - `findings`: at least one line fails
 * - `open`: none fails, but of some nothing can be said
 * - `complete`: neither
 */
export type ServerState = "complete" | "findings" | "open";

export interface ServerReport {
  readonly name: string;
  /** What holds the server, relative like `file` above. */
  readonly folder: string;
  readonly state: ServerState;
  readonly lines: readonly LineReport[];
}

/** The checklist of all servers that a run was about. Plain data, for JSON. */
export interface ChecklistReport {
  /** Of this shape. */
  readonly version: 1;
  readonly servers: readonly ServerReport[];
  /** Reports that are about no server in particular. */
  readonly general: readonly Finding[];
  /** Servers of which nothing was linted. */
  readonly notLinted: readonly string[];
  /** What stood in the way of knowing more; sentences. */
  readonly notes: readonly string[];
  readonly summary: {
    readonly servers: number;
    readonly complete: number;
    readonly findings: number;
    readonly open: number;
  };
}
