import path from "node:path";
import type { FileStore } from "../files/file-store.ts";
import type { Roots } from "../files/roots.ts";
import type { Settings } from "../settings.ts";
import { registryFile, type RegistryName } from "./registry.ts";

/** Where the ids of an app are usually committed. */
export const idSnapshotFiles = [
  "lib/actions/mcp_internal_actions/internal_mcp_server_availability.snapshot.json",
  "mcp-server-ids.json",
] as const;

export type RegistryFiles = Readonly<Record<RegistryName, string | undefined>>;

export function registryFiles(
  settings: Settings,
  roots: Roots,
  store: FileStore,
): RegistryFiles {
  const places =
    settings.idSnapshot === undefined ? idSnapshotFiles : [settings.idSnapshot];
  const snapshots = places.flatMap((place) => registryFile(place, roots) ?? []);
  return {
    constants: registryFile(settings.constants, roots),
    switch: registryFile(settings.switch, roots),
    bm25Corpus: registryFile(settings.bm25Corpus, roots),
    idSnapshot: snapshots.find((file) => store.exists(file)) ?? snapshots[0],
    logos: registryFile(logoSetting(settings), roots),
  };
}

/** Where an app's logos usually are, relative to its root. */
export const logoFiles = {
  registry: "../sparkle/src/logo/platforms/registry.ts",
  index: "../sparkle/src/logo/platforms/index.ts",
} as const;

export function filesOf(files: RegistryFiles): ReadonlySet<string> {
  return new Set(Object.values(files).flatMap((file) => file ?? []));
}

/** How the paths of registries end, and the folders of servers, as texts. */
interface TellingPaths {
  readonly endings: readonly string[];
  readonly folders: readonly string[];
  /** The file names of the registries. */
  readonly names: ReadonlySet<string>;
}

const tellingPaths = new WeakMap<Settings, TellingPaths>();

/** Every linted file is compared with them, so they are made once. */
function tellingPathsOf(settings: Settings): TellingPaths {
  const known = tellingPaths.get(settings);
  if (known) {
    return known;
  }
  const { bm25Corpus, constants, idSnapshot, servers } = settings;
  const files = [
    constants,
    settings.switch,
    bm25Corpus,
    ...(idSnapshot === undefined ? idSnapshotFiles : [idSnapshot]),
    logoSetting(settings),
  ].flatMap((name) => (name === false ? [] : withoutClimb(name)));
  const telling = {
    endings: files.map((file) => `/${file}`),
    folders: servers.map((folder) => {
      const inside = withoutClimb(folder);
      return inside === "" ? "" : `/${inside}/`;
    }),
    names: new Set(files.map((file) => path.posix.basename(file))),
  };
  tellingPaths.set(settings, telling);
  return telling;
}

/**
 * Whether a file may be a registry or define a server, by a look at its path:
 * most files are neither, and should not even cost a search for the roots.
 */
export function mayConcernRegistries(
  file: string,
  settings: Settings,
): boolean {
  const { endings, folders } = tellingPathsOf(settings);
  const tail = file.includes("\\") ? file.replaceAll("\\", "/") : file;
  return (
    folders.some((folder) => tail.includes(folder)) ||
    endings.some((ending) => tail.endsWith(ending))
  );
}

/** Whether a file has the name of a registry, wherever it stands. */
export function isNamedLikeRegistry(file: string, settings: Settings): boolean {
  return tellingPathsOf(settings).names.has(path.basename(file));
}

function logoSetting({ logos }: Settings): string | false {
  return logos === false ? false : (logos?.registry ?? logoFiles.registry);
}

/**
 * The app whose logo registry a file may be: it usually stands beside the app
 * and not below its root.
 *
 * @returns the app root; `undefined` when there is no such app, or several
 */
export function appOfLogos(
  file: string,
  settings: Settings,
  landmarks: readonly string[],
  { workspaceRoot }: Roots,
  store: FileStore,
): string | undefined {
  const setting = logoSetting(settings);
  const below = setting === false ? "" : withoutClimb(setting);
  if (
    setting === false ||
    path.posix.normalize(setting) !== `../${below}` ||
    !file.replaceAll("\\", "/").endsWith(`/${below}`)
  ) {
    return undefined;
  }
  const parent = file.slice(0, -below.length - 1);
  const listing = store.isInside(parent, workspaceRoot)
    ? store.list(parent)
    : undefined;
  const apps = (listing?.status === "read" ? listing.value.folders : [])
    .map((name) => path.join(parent, name))
    .filter((folder) =>
      landmarks.some((landmark) => store.exists(path.join(folder, landmark))),
    );
  return apps.length === 1 ? apps[0] : undefined;
}

/** `../shared/x` may stand anywhere: its end says enough. */
function withoutClimb(name: string): string {
  return path.posix.normalize(name).replace(/^(?:\.\.?\/|\.\.?$)+/, "");
}
