import type { Extractor } from "../files/reading.ts";
import type { Roots } from "../files/roots.ts";
import type { Settings } from "../settings.ts";
import type { Field } from "../mcp/model.ts";
import type { ImportLookup, ModuleValues } from "../source/static-value.ts";
import type { SourceFile } from "../source/syntax-tree.ts";
import type { Bm25Corpus, CorpusEntry } from "./bm25-corpus.ts";
import type { DispatchSwitch, SwitchCase } from "./dispatch-switch.ts";
import type { FeatureFlags } from "./feature-flags.ts";
import { type CaseServer } from "./case-servers.ts";
import type { HostNames } from "./host-names.ts";
import type { SnapshotEntry } from "./id-snapshot.ts";
import { type Inventory, type NamedDefinition } from "./inventory.ts";
import type { Logos } from "./logos.ts";
import type { NamesList } from "./names-array.ts";
import type { OAuthProviders } from "./oauth-providers.ts";
import { type Registry, type RegistryName } from "./registry.ts";
import type { ConfigTarget, ServerName } from "./config-target.ts";
import type { RegistryFile } from "./registry-file.ts";
import type { ServerConfig, ServerConfigs } from "./server-configs.ts";
import type { ServerFolder } from "./server-folder.ts";
import type { ServerTools } from "./server-tools.ts";

/** What the constants file says. */
export interface Constants {
  /** `undefined` where the names are not spelt out in a list. */
  readonly names: NamesList | undefined;
  /** `undefined` where there is no object of configs. */
  readonly configs: ServerConfigs | undefined;
}

/** What the rest of the repository says of servers. Each part is read on first use. */
export interface Registries {
  /** Which registry the linted file is. */
  readonly role: RegistryName | undefined;
  readonly constants: Registry<Constants>;
  readonly switch: Registry<DispatchSwitch>;
  readonly bm25Corpus: Registry<Bm25Corpus>;
  /** Off where there is none and no setting names one; `file` is the usual place. */
  readonly idSnapshot: Registry<readonly SnapshotEntry[]>;
  /** Off where there is none and no setting names one. */
  readonly logos: Registry<Logos>;
  readonly oauth: OAuthProviders;
  /** Icons that the host may know; `undefined` when it lists none. */
  readonly icons: HostNames | undefined;
  /** What the host calls the uses of an authorization; likewise. */
  readonly useCases: HostNames | undefined;
  /** The host's feature flags. Off where no file lists them and no setting names one. */
  readonly featureFlags: Registry<FeatureFlags>;
  /** All servers of the app. */
  readonly inventory: Inventory;
  /** The servers that the linted file defines. */
  readonly definitions: readonly NamedDefinition[];
  /**
   * What a function makes of these registries: once a lint for all rules, and
   * each of them rests on the files that were asked for it.
   */
  derived<T>(make: (registries: Registries) => T): T;
  /**
   * What an extractor makes of the linted file: read once for each text, however
   * often that is linted.
   */
  read<T>(extractor: Extractor<T>): T;
  /** The linted file as one that edits are written for. */
  readonly registryFile: RegistryFile;
  /**
   * The servers that a file's folder defines: what the inventory says of them,
   * without a look at any other.
   */
  definitionsBeside(file: string): readonly NamedDefinition[];
  /** The server whose object a config holds. */
  readonly targetOf: (config: ServerConfig) => ConfigTarget;
  /** The folder in which a file stands, as one of a server. */
  readonly folderOf: (file: string) => ServerFolder;
  /** The file that an import means; `undefined` when it is not there. */
  readonly fileOf: (from: string, specifier: string) => string | undefined;
  /** What a file of the app says; `undefined` when it can't be read. */
  readonly valuesOf: (file: string) => ModuleValues | undefined;
  /** The name that a config's `metadata` or `serverInfo` gives its server. */
  nameIn(config: ServerConfig): Field<ServerName>;
  /** The servers that a case makes; `undefined` where that can't be known. */
  caseServers(entry: SwitchCase): readonly CaseServer[] | undefined;
  /** The server whose tools an entry of the corpus holds, as far as is known. */
  corpusServer(entry: CorpusEntry): string | undefined;
  /** What the linted file and those of its folder define, factories too. */
  readonly unit: readonly NamedDefinition[];
  /** The folder, or the one file, of a server to which a file belongs. */
  unitOf(file: string): string;
  /** The tools of the server that a config registers. */
  readonly configTools: (config: ServerConfig) => ServerTools;
  /** The tools of a server by what defines it, whatever is registered. */
  toolsOf(server: string): ServerTools;
}

/** The linted file, from the linter's buffer. */
export interface LiveFile {
  readonly file: SourceFile;
  readonly settings: Settings;
  readonly roots: Roots;
  readonly values: ModuleValues;
  readonly lookup: ImportLookup;
}
