import path from "node:path";
import type { FileStore } from "../files/file-store.ts";
import type { Roots } from "../files/roots.ts";
import type { OAuthSettings, Settings } from "../settings.ts";
import { providerModules, readRustModules } from "./rust-modules.ts";

/** What one place says of the OAuth providers. */
export interface ProviderPlace {
  /** The folder, or the file that declares the modules; absolute. */
  readonly file: string;
  /** `undefined` when it can't be read. */
  readonly providers: ReadonlySet<string> | undefined;
  /** Whether a setting names it, so that it has to be there. */
  readonly isRequired: boolean;
  readonly exists: boolean;
}

/** Where the host keeps its OAuth providers. */
export interface OAuthProviders {
  /** `lib/api/oauth/providers/{x}.ts`. */
  readonly front: ProviderPlace | undefined;
  /** `../core/src/oauth/providers/{x}.rs`. */
  readonly core: ProviderPlace | undefined;
  /** The file that declares core's modules. */
  readonly modules: ProviderPlace | undefined;
}

/** Where an app's providers usually are, relative to its root. */
export const oauthPlaces = {
  front: "lib/api/oauth/providers",
  core: "../core/src/oauth/providers",
  modules: ["../core/src/oauth/providers/mod.rs", "../core/src/lib.rs"],
} as const;

const none: OAuthProviders = {
  front: undefined,
  core: undefined,
  modules: undefined,
};

/** Reads which providers there are. */
export function readOAuthProviders(
  { oauth }: Settings,
  { appRoot, workspaceRoot }: Roots,
  store: FileStore,
): OAuthProviders {
  if (oauth === false || appRoot === undefined) {
    return none;
  }
  const given: OAuthSettings = oauth ?? {};
  const absolute = (name: string): string => path.join(appRoot, name);
  const folder = (
    setting: string | undefined,
    usual: string,
    extension: RegExp,
  ): ProviderPlace => {
    const file = absolute(setting ?? usual);
    const isInside = store.isInside(file, workspaceRoot);
    const listing = isInside ? store.list(file) : undefined;
    return {
      file,
      isRequired: setting !== undefined,
      exists: isInside && store.exists(file),
      providers:
        listing?.status === "read"
          ? namesIn(listing.value.files, listing.value.folders, extension)
          : undefined,
    };
  };
  return {
    front: folder(given.front, oauthPlaces.front, /\.[cm]?[jt]sx?$/),
    core: folder(given.core, oauthPlaces.core, /\.rs$/),
    modules: moduleList(
      (given.modules === undefined ? oauthPlaces.modules : [given.modules]).map(
        absolute,
      ),
      given.modules !== undefined,
      workspaceRoot,
      store,
    ),
  };
}

/** `x` for `x.ts`, and for a folder `x`, which may hold an index file. */
function namesIn(
  files: readonly string[],
  folders: readonly string[],
  extension: RegExp,
): ReadonlySet<string> {
  return new Set([
    ...files
      .filter((name) => extension.test(name))
      .map((name) => name.replace(extension, "")),
    ...folders,
  ]);
}

function moduleList(
  candidates: readonly string[],
  isRequired: boolean,
  workspaceRoot: string,
  store: FileStore,
): ProviderPlace | undefined {
  for (const file of candidates) {
    const reading = store.isInside(file, workspaceRoot)
      ? store.readText(file, isFolderList(file) ? listedIn : blockIn)
      : undefined;
    const providers = reading?.status === "read" ? reading.value : undefined;
    if (providers) {
      return { file, isRequired, exists: true, providers };
    }
  }
  const [first] = candidates;
  return first === undefined
    ? undefined
    : {
        file: first,
        isRequired,
        exists: store.exists(first),
        providers: undefined,
      };
}

/** `providers/mod.rs`, or `providers.rs` beside the folder. */
function isFolderList(file: string): boolean {
  return /[\\/]providers(?:[\\/]mod)?\.rs$/.test(file);
}

function listedIn(text: string): ReadonlySet<string> | undefined {
  return providerModules(readRustModules(text), true);
}

function blockIn(text: string): ReadonlySet<string> | undefined {
  return providerModules(readRustModules(text), false);
}
