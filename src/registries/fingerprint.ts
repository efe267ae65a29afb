import { createHash } from "node:crypto";
import path from "node:path";
import { findFiles } from "../files/find-files.ts";
import type { FileStore } from "../files/file-store.ts";
import type { ImportResolver } from "../files/resolve-import.ts";
import type { Settings } from "../settings.ts";
import { featureFlagsFile } from "./feature-flags.ts";
import { iconFiles, useCaseFiles } from "./host-names.ts";
import { oauthPlaces } from "./oauth-providers.ts";
import { idSnapshotFiles, logoFiles } from "./registry-files.ts";

/** An app, and the folder beyond which nothing is read. */
export interface App {
  readonly appRoot: string;
  readonly workspaceRoot: string;
}

/**
 * What rules about registries may read, relative to the app root. A folder
 * stands for all that is in it, and what is there no more or not yet counts as
 * well.
 */
export interface WatchedPlaces {
  /** Where rules report what the rest says: registries, folders of servers. */
  readonly judged: Places;
  /** What else they read for it. */
  readonly read: Places;
}

interface Places {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/** The places that settings name, or the usual ones. */
export function watchedPlaces(settings: Settings): WatchedPlaces {
  const { bm25Corpus, constants, featureFlags, idSnapshot, servers } = settings;
  const logos = settings.logos === false ? undefined : (settings.logos ?? {});
  const oauth = settings.oauth === false ? undefined : (settings.oauth ?? {});
  const logoRegistry = logos && (logos.registry ?? logoFiles.registry);
  const judged = [
    constants,
    settings.switch,
    bm25Corpus,
    ...(idSnapshot === undefined ? idSnapshotFiles : [idSnapshot]),
    logoRegistry,
  ];
  return {
    judged: {
      files: judged.filter((file) => file !== false && file !== undefined),
      folders: servers,
    },
    read: {
      files: [
        ...(logos ? [logos.index ?? logoFiles.index] : []),
        ...(oauth?.modules === undefined ? [] : [oauth.modules]),
        ...(oauth && oauth.modules === undefined ? oauthPlaces.modules : []),
        ...(featureFlags === false ? [] : [featureFlags ?? featureFlagsFile]),
        ...iconFiles,
        ...useCaseFiles,
      ],
      folders: [
        // The index passes on a file for each logo.
        ...(logoRegistry === undefined
          ? []
          : [path.posix.dirname(logoRegistry)]),
        ...(oauth
          ? [oauth.front ?? oauthPlaces.front, oauth.core ?? oauthPlaces.core]
          : []),
      ],
    },
  };
}

/**
 * Sums up what rules about registries may read of an app: the watched places,
 * the files that those import, and what these pass on from others. By contents,
 * so that a fresh checkout has the same sum.
 *
 * @returns a hash that changes whenever one of these files does
 */
export function fingerprint(
  app: App,
  settings: Settings,
  store: FileStore,
  resolver: ImportResolver,
): string {
  const from = (place: string): string => path.join(app.appRoot, place);
  const files = new Set(
    Object.values(watchedPlaces(settings)).flatMap((places: Places) => [
      ...places.files.map(from),
      ...places.folders.flatMap(
        (folder) =>
          findFiles(
            from(folder),
            { file: () => true },
            store,
            app.workspaceRoot,
          ).files,
      ),
    ]),
  );
  const hash = createHash("sha256");
  const add = (...texts: readonly string[]): void => {
    for (const text of texts) {
      // The length first: no two lists of texts look alike.
      hash.update(`${String(text.length)}:${text}`);
    }
  };
  const nameOf = (file: string): string =>
    path.relative(app.workspaceRoot, file).replaceAll("\\", "/");
  const imported = new Set<string>();
  for (const file of files) {
    const { digest, imports } = contentsOf(file, app, store);
    add(nameOf(file), digest);
    for (const specifier of imports) {
      const target = resolver.resolve(file, specifier, app);
      add(specifier, target === undefined ? "" : nameOf(target));
      if (target !== undefined && !files.has(target)) {
        imported.add(target);
      }
    }
  }
  // Grows while it is walked: an imported file may pass on what others hold.
  for (const file of imported) {
    const { digest, passedOn } = contentsOf(file, app, store);
    add(nameOf(file), digest);
    for (const specifier of passedOn) {
      const target = resolver.resolve(file, specifier, app);
      if (target !== undefined && !files.has(target)) {
        imported.add(target);
      }
    }
  }
  return hash.digest("hex").slice(0, 32);
}

interface Contents {
  readonly digest: string;
  /** Specifiers of imports and of re-exports. */
  readonly imports: readonly string[];
  readonly passedOn: readonly string[];
}

function contentsOf(
  file: string,
  { workspaceRoot }: App,
  store: FileStore,
): Contents {
  if (store.exists(file) && !store.isInside(file, workspaceRoot)) {
    return { digest: "outside", imports: [], passedOn: [] };
  }
  const reading = store.readText(file, summarise);
  return reading.status === "read"
    ? reading.value
    : {
        digest:
          reading.status === "too-large"
            ? `${reading.status} ${String(reading.size)}`
            : reading.status,
        imports: [],
        passedOn: [],
      };
}

function summarise(text: string): Contents {
  return {
    digest: createHash("sha256").update(text).digest("base64"),
    ...specifiersIn(text),
  };
}

/**
 * Where modules are named, comments and texts included: a name too many leads
 * nowhere. White space is bounded, so that the search stays linear.
 */
const moduleNames =
  /\b(import|export|from|require)\b[\s(]{0,20}(?:["']([^"'\n]{1,300})["'])?/g;

function specifiersIn(text: string): Omit<Contents, "digest"> {
  const imports = new Set<string>();
  const passedOn = new Set<string>();
  let statement = "";
  for (const [, word = "", specifier] of text.matchAll(moduleNames)) {
    if (word === "import" || word === "export") {
      statement = word;
    }
    if (specifier !== undefined) {
      imports.add(specifier);
      if (word === "from" && statement === "export") {
        passedOn.add(specifier);
      }
    }
  }
  return { imports: [...imports], passedOn: [...passedOn] };
}
