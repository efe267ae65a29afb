import { closestName } from "../closest-name.ts";
import { wordsOfName } from "../english/verb-phrase.ts";
import type { LintedFile } from "../linted-file.ts";
import { isDefaultFactory } from "../registries/case-servers.ts";
import type { NamedDefinition } from "../registries/inventory.ts";
import {
  monitoringNames,
  writtenMonitoringNames,
  type MonitoringName,
} from "../registries/monitoring-names.ts";
import {
  casesMaking,
  configOf,
  configsOf,
  isMadeByName,
} from "../registries/name-mismatches.ts";
import type { Registries } from "../registries/registries.ts";
import { readServerDefinitions } from "../registries/server-definitions.ts";
import { toolsByName } from "../registries/server-tools.ts";
import { renameLiteral } from "../source/rename-literal.ts";
import type { Range } from "../source/syntax-tree.ts";
import { alternatives, quoted } from "../wording.ts";
import type { NameProblem } from "./name-mismatches.ts";

// The names that a server's own files use: those of factory and monitoring.

/** The wrong names of servers in the linted file. */
export function nameProblems(
  registries: Registries,
  linted: LintedFile,
): readonly NameProblem[] {
  const { file, lookup, values } = linted;
  const monitoring = monitoringNames(
    registries.read(writtenMonitoringNames),
    values,
    lookup,
  );
  const makesServers = registries
    .read(readServerDefinitions)
    .some(({ kind }) => kind === "factory");
  const factories = makesServers
    ? registries.unit.filter(
        (one) => one.kind === "factory" && one.file === file.path,
      )
    : [];
  // Most files need no look at other servers.
  if (areSettled(factories, monitoring, registries)) {
    return [];
  }
  const folder = namesOfFolder(registries);
  if (!folder) {
    return [];
  }
  const judged = factories.map((factory) => ({
    factory,
    expected: expectedName(factory, folder, registries),
  }));
  return [
    ...wrongFactories(judged),
    ...wrongMonitoring(judged, monitoring, folder, registries),
  ].map((wrong) => nameProblem(wrong, linted));
}

/** A name that is not the one of the server whose file it stands in. */
interface WrongName {
  readonly messageId: "wrongFactory" | "wrongMonitoring";
  readonly range: Range;
  readonly written: string;
  /** What it should be; more than one where the folder holds several servers. */
  readonly expected: readonly string[];
}

function nameProblem(
  { expected, messageId, range, written }: WrongName,
  { file }: LintedFile,
): NameProblem {
  return {
    messageId,
    range,
    data: {
      written: quoted(written),
      expected: alternatives(expected.map(quoted)),
    },
    renames: expected.map((name) => ({
      name,
      edit: renameLiteral(file, range, name),
    })),
  };
}

/** Whether all names in the file are that of the only object in its folder. */
function areSettled(
  factories: readonly NamedDefinition[],
  monitoring: readonly MonitoringName[],
  registries: Registries,
): boolean {
  const names = [
    ...factories.map(({ serverName }) => serverName),
    ...monitoring.map(({ text }) => text),
  ];
  if (names.length === 0) {
    return true;
  }
  const [only, ...others] = registries.unit.filter(
    ({ kind }) => kind === "metadata",
  );
  return (
    only?.serverName !== undefined &&
    others.length === 0 &&
    names.every((name) => name === only.serverName)
  );
}

interface FolderNames {
  /** What the server objects in the folder are called. */
  readonly objects: readonly string[];
  /** That, and the keys of the configs that hold them. */
  readonly all: ReadonlySet<string>;
}

/** @returns `undefined` where one of the names can't be known */
function namesOfFolder(registries: Registries): FolderNames | undefined {
  const { unit } = registries;
  const objects = unit.filter(({ kind }) => kind === "metadata");
  const names = objects.flatMap(({ serverName }) => serverName ?? []);
  if (names.length < objects.length) {
    return undefined;
  }
  const files = new Set(unit.map(({ file }) => file));
  const keys = configsOf(registries).flatMap((config) => {
    const named = registries.nameIn(config);
    const isHere =
      named.kind === "known" &&
      (files.has(named.place.file) ||
        files.has(named.value.toolsFile ?? "") ||
        names.includes(named.value.text));
    return isHere && config.name !== undefined ? [config.name] : [];
  });
  return { objects: [...new Set(names)], all: new Set([...names, ...keys]) };
}

/** What a factory should be called; `undefined` where its name is right. */
function expectedName(
  factory: NamedDefinition,
  { all, objects }: FolderNames,
  registries: Registries,
): readonly string[] | undefined {
  const { file, place, serverName: name } = factory;
  // Without a server object it is itself the definition.
  if (name === undefined || objects.length === 0) {
    return undefined;
  }
  const cases = isDefaultFactory(factory)
    ? casesMaking({ file, range: place }, registries)
    : [];
  const [only, ...others] = cases;
  if (all.has(name)) {
    const isOther =
      only !== undefined &&
      others.length === 0 &&
      only !== name &&
      objects.includes(only) &&
      objects.includes(name) &&
      // With a factory of that name elsewhere it is the case that is wrong.
      !isMadeByName(only, registries);
    return isOther ? [only] : undefined;
  }
  if (cases.includes(name) && isRegistered(name, registries)) {
    return undefined;
  }
  const wanted = cases.filter((one) => all.has(one));
  if (wanted.length > 0) {
    return wanted;
  }
  const meant = objects.length > 1 ? closestName(name, objects) : objects[0];
  // Nothing but the folder tells whose it is: an existing server may live here.
  return isRegistered(name, registries)
    ? undefined
    : meant === undefined
      ? objects
      : [meant];
}

function isRegistered(name: string, registries: Registries): boolean {
  return (
    registries.inventory.servers.has(name) ||
    configOf(name, registries) !== undefined
  );
}

interface JudgedFactory {
  readonly factory: NamedDefinition;
  readonly expected: readonly string[] | undefined;
}

function wrongFactories(
  factories: readonly JudgedFactory[],
): readonly WrongName[] {
  return factories.flatMap(({ expected, factory }): WrongName[] => {
    const { place: range, serverName: written } = factory;
    return expected && written !== undefined
      ? [{ messageId: "wrongFactory", range, written, expected }]
      : [];
  });
}

function wrongMonitoring(
  factories: readonly JudgedFactory[],
  monitoring: readonly MonitoringName[],
  folder: FolderNames,
  registries: Registries,
): readonly WrongName[] {
  const isShared = folder.objects.length > 1;
  return monitoring.flatMap((written): WrongName[] => {
    const { range, text } = written;
    const own = factories.find(({ factory: { place } }) =>
      isWithin(place, written.around),
    );
    const expected = own
      ? (own.expected ?? namesOf(own.factory))
      : [...folder.all];
    const isRight =
      expected.includes(text) || (!(own && isShared) && folder.all.has(text));
    return !isRight && meansServer(written, expected, registries)
      ? [{ messageId: "wrongMonitoring", range, written: text, expected }]
      : [];
  });
}

function namesOf({ serverName }: NamedDefinition): readonly string[] {
  return serverName === undefined ? [] : [serverName];
}

function isWithin([start, end]: Range, [from, to]: Range): boolean {
  return from <= start && end <= to;
}

/**
 * Whether a name is meant to be a server's: that of another one, or one like
 * its own. Anything else may be a mode or a tool.
 */
function meansServer(
  { text }: MonitoringName,
  expected: readonly string[],
  registries: Registries,
): boolean {
  const isTool =
    text === "tool" ||
    expected.some((server) =>
      toolsByName(registries.toolsOf(server)).has(text),
    );
  return (
    !isTool &&
    (isRegistered(text, registries) ||
      closestName(text, expected) !== undefined ||
      expected.some((server) => sharesWords(text, server)))
  );
}

/** Whether all words of one name are among those of the other. */
function sharesWords(one: string, other: string): boolean {
  const [few = [], many = []] = [wordsOfName(one), wordsOfName(other)].sort(
    (a, b) => a.length - b.length,
  );
  return few.length > 0 && few.every((word) => many.includes(word));
}
