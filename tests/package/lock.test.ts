import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>
  >;
}

interface Manifest {
  readonly overrides: Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
}

const repository = path.resolve(import.meta.dirname, "../..");

function json(file: string): unknown {
  return JSON.parse(readFileSync(path.join(repository, file), "utf8"));
}

// `npm ci` compares the lock with what a tag such as `latest` means today: a
// release of somebody else's would break every fresh clone.
it("leaves no dependency to a tag that moves", () => {
  const { packages } = json("package-lock.json") as Lock;
  const { overrides } = json("package.json") as Manifest;
  const tagged = Object.entries(packages).flatMap(
    ([place, { dependencies = {} }]) => {
      const name = place.replace(/^.*node_modules\//, "");
      return Object.entries(dependencies)
        .filter(
          ([dependency, range]) =>
            /^[a-z]+$/i.test(range) &&
            overrides[name]?.[dependency] === undefined,
        )
        .map(
          ([dependency, range]) => `${name} asks for ${dependency}@${range}`,
        );
    },
  );
  expect(tagged).toEqual([]);
});
