import type { Authenticator } from "@app/lib/auth";
import type { Result } from "@app/types/shared/result";
import { Err, Ok } from "@app/types/shared/result";

export interface GlossaryEntry {
  term: string;
  meaning: string;
  synonyms: string[];
  editedBy: string;
}

/** The jargon of each workspace; kept in memory here, in a database elsewhere. */
const ENTRIES_BY_WORKSPACE = new Map<string, Map<string, GlossaryEntry>>();

export class GlossaryResource {
  constructor(private readonly auth: Authenticator) {}

  search(keyword: string): GlossaryEntry[] {
    const wanted = keyword.toLowerCase();
    return [...this.entries.values()].filter(({ term, meaning, synonyms }) =>
      [term, meaning, ...synonyms].some((text) =>
        text.toLowerCase().includes(wanted),
      ),
    );
  }

  save(entry: Omit<GlossaryEntry, "editedBy">): GlossaryEntry {
    const saved = { ...entry, editedBy: this.auth.userEmail };
    this.entries.set(entry.term, saved);
    return saved;
  }

  delete(term: string): Result<void, Error> {
    return this.entries.delete(term)
      ? new Ok(undefined)
      : new Err(new Error(`"${term}" is not in the glossary`));
  }

  private get entries(): Map<string, GlossaryEntry> {
    const { workspaceId } = this.auth;
    const entries = ENTRIES_BY_WORKSPACE.get(workspaceId) ?? new Map();
    ENTRIES_BY_WORKSPACE.set(workspaceId, entries);
    return entries;
  }
}
