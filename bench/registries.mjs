// What reading the registries costs, in ratios to what oxc-parser alone needs
// for the same files, measured in one run.
//
//   npm run bench:registries            100 servers, then 100 to 10,000
//   npm run bench:registries -- --fast  100 servers only
import {
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import typescriptParser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import { FileStore } from "../dist/src/files/file-store.js";
import { parseFile } from "../dist/src/files/parse-file.js";
import { ImportResolver } from "../dist/src/files/resolve-import.js";
import plugin from "../dist/src/index.js";
import { configEntries } from "../dist/src/registries/missing-configs.js";
import { RegistryReader } from "../dist/src/registries/read-registries.js";
import { isGone, missingServers } from "../dist/src/registries/registration.js";
import { defaultSettings } from "../dist/src/settings.js";
import {
  freezeModuleValues,
  readModuleValues,
} from "../dist/src/source/module-values.js";
import { metadataFile, places, writeWorkspace } from "./workspace.mjs";

setFlagsFromString("--expose-gc");
/** @type {() => void} */
const collect = runInNewContext("gc");

/**
 * The lower quartile: on a shared machine the upper half of the times is other
 * people's work.
 *
 * @param {readonly number[]} values
 */
function usual(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 4)] ?? 0;
}

/** @param {string} label @param {string} value @param {string} aim */
function row(label, value, aim) {
  console.log(`${label.padEnd(66)} ${value.padStart(10)}   aim ${aim}`);
}

/** @param {number} value @param {number} [digits] */
function shown(value, digits = 2) {
  return value.toFixed(digits);
}

/**
 * Our registries as the rules read them for a file, with nothing known.
 *
 * @param {string} root
 * @param {string} place the linted file, relative to the root
 */
function index(root, place = places.constants) {
  const store = new FileStore();
  const resolver = new ImportResolver(store);
  const reader = new RegistryReader(store, resolver);
  const settings = { ...defaultSettings, root };
  const file = path.join(root, place);
  const text = readFileSync(file, "utf8");
  const parsed = parseFile(file, text);
  if (parsed.status !== "parsed") {
    throw new Error("The constants do not parse.");
  }
  const roots = { appRoot: root, workspaceRoot: root };
  const values = readModuleValues(parsed.file);
  const started = performance.now();
  const registries = reader.read({
    file: parsed.file,
    settings,
    roots,
    values,
    lookup: (from, specifier) => {
      const target = resolver.resolve(from, specifier, roots);
      const reading = target && store.read(target, freezeModuleValues);
      return target === file ? values : reading?.value;
    },
  });
  const { bm25Corpus, constants, switch: dispatch } = registries;
  if (
    bm25Corpus.status !== "read" ||
    constants.status !== "read" ||
    dispatch.status !== "read" ||
    registries.idSnapshot.status !== "read" ||
    !constants.value.names ||
    !constants.value.configs
  ) {
    throw new Error(
      `A registry could not be read: ${JSON.stringify([bm25Corpus, constants, dispatch, registries.idSnapshot].map(({ status, ...rest }) => [status, status === "trouble" ? rest : ""]))}`,
    );
  }
  const lists = [
    constants.value.names,
    configEntries(constants.value.configs),
    dispatch.value,
    bm25Corpus.value,
  ];
  for (const list of lists) {
    if (
      missingServers(list, [], registries).length > 0 ||
      list.entries.some(
        ({ name }) => name === undefined || isGone(name, registries),
      )
    ) {
      throw new Error("Every server is registered, and something says no.");
    }
  }
  return {
    time: performance.now() - started,
    held: [store, registries],
  };
}

/** What oxc-parser needs to read and parse files. @param {readonly string[]} files */
function parseAll(files) {
  const started = performance.now();
  for (const file of files) {
    parseFile(file, readFileSync(file, "utf8"));
  }
  return performance.now() - started;
}

/** @param {readonly string[]} files */
function sources(files) {
  return files.filter((file) => file.endsWith(".ts"));
}

let own = 0;
let parsing = 0;

/** The linter's parser with a stopwatch: what a lint costs in any case. */
const timedParser = {
  ...typescriptParser,
  /** @param {Parameters<typeof typescriptParser.parseForESLint>} args */
  parseForESLint(...args) {
    const started = performance.now();
    const result = typescriptParser.parseForESLint(...args);
    parsing += performance.now() - started;
    return result;
  },
};

/** Our plugin with a stopwatch around everything it does. */
const timed = {
  ...plugin,
  rules: Object.fromEntries(
    Object.entries(plugin.rules).map(([id, rule]) => [
      id,
      {
        ...rule,
        /** @param {import("eslint").Rule.RuleContext} context */
        create(context) {
          const started = performance.now();
          const listener = rule.create(context);
          own += performance.now() - started;
          return Object.fromEntries(
            Object.entries(listener).map(([selector, visit]) => [
              selector,
              /** @param {unknown[]} args */
              (...args) => {
                const entered = performance.now();
                /** @type {(...args: unknown[]) => void} */ (visit)(...args);
                own += performance.now() - entered;
              },
            ]),
          );
        },
      },
    ]),
  ),
};

/** The rules that read registries; the others are in bench/lint.mjs. */
const registryRules = Object.entries(plugin.rules).flatMap(([id, rule]) =>
  /** @type {{ registries?: readonly string[] }} */ (rule.meta?.docs)
    ?.registries
    ? [`mcp-runbook/${id}`]
    : [],
);

/** @param {string} root @param {readonly string[]} rules */
function linter(root, rules) {
  return new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ["**/*.ts"],
        plugins: { "mcp-runbook": timed },
        languageOptions: { parser: timedParser },
        linterOptions: { reportUnusedDisableDirectives: "off" },
        rules: Object.fromEntries(rules.map((id) => [id, "error"])),
        settings: { "mcp-runbook": { root } },
      },
    ],
  });
}

/**
 * Our own time beside the parse of the same lints: after a pause both are slow.
 *
 * @param {readonly { own: number, parsing: number }[]} lints
 */
function share(lints) {
  return (
    usual(lints.map(({ own }) => own)) /
    usual(lints.map(({ parsing }) => parsing))
  );
}

/** @param {string} root */
async function relint(root) {
  const eslint = linter(root, registryRules);
  const bare = linter(root, []);
  const file = path.join(root, metadataFile(7));
  const text = readFileSync(file, "utf8");
  const lint = async () => {
    own = 0;
    parsing = 0;
    const [result] = await eslint.lintText(text, { filePath: file });
    if (!result || result.messages.length > 0) {
      throw new Error(`Unexpected: ${JSON.stringify(result?.messages)}`);
    }
    return { own, parsing };
  };
  const rounds = 15;
  const again = [];
  const later = [];
  for (let round = 0; round < rounds + 5; round++) {
    await wait(300);
    const first = await lint();
    const second = await lint();
    if (round >= 5) {
      later.push(first);
      again.push(second);
    }
  }
  row(
    "re-lint, nothing edited, a stat is still trusted / parse",
    `${shown(100 * share(again))} %`,
    "<= 2 %",
  );
  row(
    "re-lint, nothing edited, all looked at anew / parse",
    `${shown(100 * share(later))} %`,
    "<= 2 %",
  );
  for (const registry of /** @type {const} */ ([
    "constants",
    "switch",
    "bm25Corpus",
  ])) {
    const edited = path.join(root, places[registry]);
    const before = readFileSync(edited, "utf8");
    const owns = [];
    const editedParses = [];
    for (let round = 0; round < rounds; round++) {
      const next = `${before}// ${String(round)}\n`;
      writeFileSync(edited, next);
      await wait(300);
      owns.push((await lint()).own);
      // After a pause and behind a lint as well: both leave a parser slower.
      await wait(300);
      await bare.lintText(text, { filePath: file });
      editedParses.push(parseAll([edited]));
    }
    writeFileSync(edited, before);
    utimesSync(edited, 1e9, 1e9);
    row(
      `re-lint after an edit of ${path.basename(places[registry])} / its parse`,
      shown(usual(owns) / usual(editedParses)),
      "<= 2",
    );
  }
}

/** @param {string} root @param {readonly string[]} files */
function firstIndex(root, files) {
  const ours = [];
  const theirs = [];
  const few = [];
  const read = sources(files);
  const declaring = read.filter(
    (file) => !/(?:tools\/index|client|helpers)\.ts$/.test(file),
  );
  for (let round = 0; round < 9; round++) {
    theirs.push(parseAll(read));
    few.push(parseAll(declaring));
    ours.push(index(root).time);
  }
  row(
    "first index of 100 servers / parse of all their files",
    shown(usual(ours) / usual(theirs)),
    "<= 2",
  );
  row(
    "first index of 100 servers / parse of the files with definitions",
    shown(usual(ours) / usual(few)),
    "<= 2",
  );
}

/** @param {readonly number[]} counts */
function scale(counts) {
  const startUps = writeWorkspace(1, true);
  const startUp = usual(
    Array.from({ length: 9 }, () => index(startUps.root).time),
  );
  rmSync(startUps.root, { recursive: true });
  const points = counts.map((count) => {
    const { files, root } = writeWorkspace(count, true);
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    parseAll(sources(files).slice(0, 50));
    const rounds = count > 1000 ? 3 : 5;
    collect();
    collect();
    // First of all: what earlier rounds left behind would be let go by now.
    const before = process.memoryUsage().heapUsed;
    // Of the linted file the tree is kept as long as it is linted: a short one.
    const { held } = index(root, metadataFile(0));
    collect();
    collect();
    const heap = process.memoryUsage().heapUsed - before;
    if (held.length === 0) {
      throw new Error("What is measured has to be held until now.");
    }
    const times = Array.from({ length: rounds }, () => index(root).time);
    rmSync(root, { recursive: true });
    const time = usual(times) - startUp;
    console.log(
      `  ${String(count).padStart(6)} servers, ${String(Math.round(bytes / 1e6)).padStart(4)} MB: ${shown(time, 0).padStart(6)} ms, heap ${shown(heap / count / 1000, 1)} kB a server`,
    );
    return { count, heap, time };
  });
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) {
    return;
  }
  row(
    "exponent of the time from the fewest to the most servers",
    shown(
      Math.log(last.time / first.time) / Math.log(last.count / first.count),
    ),
    "<= 1.05",
  );
  row(
    "heap a server after gc, at the most servers",
    `${shown(last.heap / last.count / 1000, 1)} kB`,
    "<= 20 kB",
  );
}

const { files, root } = writeWorkspace(100);
try {
  firstIndex(root, files);
  if (!process.env["COUNTS"]) await relint(root);
} finally {
  rmSync(root, { recursive: true });
}
if (!process.argv.includes("--fast")) {
  scale(JSON.parse(process.env["COUNTS"] ?? "[100, 300, 1000, 3000, 10000]"));
}
