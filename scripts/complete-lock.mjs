// Completes package-lock.json with the native bindings of other platforms.
//
// Where a registry mirror lacks them, npm leaves them out of the lock, and then
// `npm ci` refuses it, there and on those platforms. They carry no integrity:
// npm takes it from the registry. Run by hand after `npm install` changed the
// lock.
import fs from "node:fs";

/**
 * @typedef {object} LockedPackage
 * @property {string} version
 * @property {boolean} [dev]
 * @property {boolean} [optional]
 * @property {string[]} [cpu]
 * @property {string[]} [os]
 * @property {Record<string, string>} [engines]
 * @property {Record<string, string>} [optionalDependencies]
 */

/** @type {{ packages: Record<string, LockedPackage> }} */
const lock = JSON.parse(fs.readFileSync("package-lock.json", "utf8"));

for (const [at, parent] of Object.entries({ ...lock.packages })) {
  const optional = Object.entries(parent.optionalDependencies ?? {});
  for (const [name, version] of optional) {
    // A binding stands beside its package, or inside it.
    const folder = at.slice(0, at.lastIndexOf("node_modules/"));
    const beside = `${folder}node_modules/${name}`;
    const inside = `${at}/node_modules/${name}`;
    const [, os, chip] =
      /^(?:.*binding|lefthook)-(\w+)-([a-z0-9]+)(?:-\w+)?$/.exec(name) ?? [];
    if (!os || !chip || lock.packages[beside] || lock.packages[inside]) {
      continue;
    }
    lock.packages[beside] = {
      version,
      cpu: [chip === "eabi" ? "arm" : chip],
      ...(parent.dev ? { dev: true } : {}),
      ...(parent.engines ? { engines: parent.engines } : {}),
      optional: true,
      os: [os],
    };
    console.log(`added ${beside}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
fs.writeFileSync("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
