import type { ServerConfig, ServerConfigs } from "./server-configs.ts";

/** Of two entries with one key only the later one counts at run time. */
export function liveConfigs({
  configs,
}: Pick<ServerConfigs, "configs">): readonly ServerConfig[] {
  const { byName } = indexOf(configs);
  return configs.filter(
    (config) => config.name === undefined || byName.get(config.name) === config,
  );
}

interface ConfigIndex {
  /** Of several with one name the last, which counts at run time. */
  readonly byName: ReadonlyMap<string | undefined, ServerConfig>;
  /** How many configs have an id. */
  readonly counts: ReadonlyMap<number, number>;
}

const indexes = new WeakMap<readonly ServerConfig[], ConfigIndex>();

function indexOf(configs: readonly ServerConfig[]): ConfigIndex {
  let index = indexes.get(configs);
  if (!index) {
    const counts = new Map<number, number>();
    for (const { id } of configs) {
      if (id) {
        counts.set(id.value, (counts.get(id.value) ?? 0) + 1);
      }
    }
    const byName = new Map(configs.map((config) => [config.name, config]));
    index = { byName, counts };
    indexes.set(configs, index);
  }
  return index;
}

/** The config of a name that counts at run time. */
export function configNamed(
  configs: ServerConfigs,
  name: string,
): ServerConfig | undefined {
  return (
    configs.atHand?.named(name) ?? indexOf(configs.configs).byName.get(name)
  );
}

/** All configs of a name, that which counts at run time last. */
export function configsNamed(
  { configs }: Pick<ServerConfigs, "configs">,
  name: string,
): readonly ServerConfig[] {
  return configs.filter((config) => config.name === name);
}

/** Whether a server has a config. */
export function hasConfig(configs: ServerConfigs, name: string): boolean {
  return (
    configs.atHand?.has(name) === true ||
    configNamed(configs, name) !== undefined
  );
}

/** Whether surely one config has an id, and no server that is gone. */
export function isSoleId(configs: ServerConfigs, id: number): boolean {
  if (configs.atHand) {
    return configs.atHand.isSoleId(id);
  }
  return (
    configs.knowsIds &&
    indexOf(configs.configs).counts.get(id) === 1 &&
    configs.legacyIds.every(({ value }) => value !== id)
  );
}
