// How well the rule on bare infinitives reads descriptions, and how fast, beside
// the two language models alone.
//
// Prints, for each labelled table: verdict accuracy, precision and recall of a
// report, fixes that come out as labelled, fixes that do not, and the time per
// description beside one call of `compromise`, all measured in this run. The
// rule runs with its default options (an undecided word is not reported), on
// code; what ESLint and the parser need is not counted.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Linter } from "eslint";
import plugin from "../dist/src/index.js";
import {
  applyEdits,
  judgeOpening,
} from "../dist/src/english/description-opening.js";

const require = createRequire(import.meta.url);
const folder = path.resolve(import.meta.dirname, "../tests/english");
const rounds = 20;

/** @typedef {{ tool: string, text: string, ok: boolean, fix: string | null, alt?: (string | null)[] }} Line */
/** @typedef {{ reported: boolean, fixed: string | null }} Answer */
/** @typedef {{ name: string, answer: (line: Line) => Answer, judge: (line: Line) => unknown }} Judge */

/** @param {string} file */
function readTable(file) {
  /** @type {Line[]} */
  const lines = readFileSync(path.join(folder, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return lines;
}

const linter = new Linter();
/** @type {import("eslint").Linter.Config[]} */
const config = [
  {
    plugins: { "mcp-runbook": plugin },
    rules: { "mcp-runbook/bare-infinitive-description": "error" },
  },
];

/**
 * The whole rule, on code that registers the tool.
 *
 * @param {Line} line
 * @returns {Answer}
 */
function throughTheRule({ text, tool }) {
  const before = `server.registerTool(${JSON.stringify(tool)}, { description: `;
  const [message] = linter.verify(
    `${before}${JSON.stringify(text)} }, async () => ({}));`,
    config,
  );
  if (message?.fix === undefined) {
    return { reported: message !== undefined, fixed: null };
  }
  // The text is a JSON string from here on.
  const source = JSON.stringify(text);
  const [start, end] = message.fix.range.map((at) => at - before.length);
  return {
    reported: true,
    fixed: JSON.parse(
      source.slice(0, start) + message.fix.text + source.slice(end),
    ),
  };
}

const nlp = require("compromise");
const wink = require("wink-nlp")(require("wink-eng-lite-web-model"), [
  "sbd",
  "pos",
]);

/** @param {string} text */
function lowerCased(text) {
  const start = text.trimStart();
  return start.charAt(0).toLowerCase() + start.slice(1);
}

/** What a tagger makes of a text whose first word is lower-cased behind "to", as it misses fewest imperatives. @param {string} text */
function compromiseReads(text) {
  const terms = nlp(`to ${lowerCased(text)}`)
    .terms()
    .json({ text: false, terms: { tags: true } })
    .flatMap((/** @type {{ terms: unknown[] }} */ phrase) => phrase.terms);
  /** @type {string[]} */
  const tags = terms[1]?.tags ?? [];
  return tags.includes("Infinitive");
}

/** @param {string} text */
function winkReads(text) {
  const start = lowerCased(text);
  const pos = wink.readDoc(`to ${start}`).tokens().out(wink.its.pos)[1];
  return pos === "VERB" && !/^\S+(?:s|ing|ed)\s/.test(start);
}

/** @type {Judge[]} */
const judges = [
  {
    name: "the rule",
    answer: throughTheRule,
    judge: ({ text, tool }) => {
      const judgement = judgeOpening(text, { toolName: tool });
      return judgement.verdict === "wrong"
        ? judgement.rewrites.map(({ edits }) => applyEdits(text, edits))
        : judgement;
    },
  },
  {
    name: "compromise",
    answer: ({ text }) => ({ reported: !compromiseReads(text), fixed: null }),
    judge: ({ text }) => compromiseReads(text),
  },
  {
    name: "wink-nlp",
    answer: ({ text }) => ({ reported: !winkReads(text), fixed: null }),
    judge: ({ text }) => winkReads(text),
  },
];

/** Microseconds per line, the best of several rounds. @param {Judge} judge @param {Line[]} lines */
function timeOf({ judge }, lines) {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    for (const line of lines) {
      judge(line);
    }
    best = Math.min(best, performance.now() - started);
  }
  return (best * 1000) / lines.length;
}

/** @param {number} part @param {number} whole */
function percent(part, whole) {
  return whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`;
}

for (const file of ["descriptions-dev.jsonl", "descriptions-own.jsonl"]) {
  const lines = readTable(file);
  const times = new Map(judges.map((judge) => [judge, timeOf(judge, lines)]));
  const call = times.get(judges[1]) ?? NaN;
  console.log(`\n${file}, ${lines.length} descriptions`);
  console.table(
    Object.fromEntries(
      judges.map((judge) => {
        const answers = lines.map((line) => ({
          line,
          ...judge.answer(line),
        }));
        const reports = answers.filter(({ reported }) => reported);
        const right = reports.filter(({ line }) => !line.ok);
        const wrong = lines.filter(({ ok }) => !ok);
        const fixable = answers.filter(({ line }) => line.fix !== null);
        /** @param {typeof answers[number]} answer */
        const asLabelled = ({ fixed, line }) =>
          [line.fix, ...(line.alt ?? [])].includes(fixed);
        const time = times.get(judge) ?? NaN;
        return [
          judge.name,
          {
            accuracy: percent(
              answers.filter(({ line, reported }) => reported === !line.ok)
                .length,
              lines.length,
            ),
            precision: percent(right.length, reports.length),
            recall: percent(right.length, wrong.length),
            "fixed as labelled": percent(
              fixable.filter(
                (answer) => answer.fixed !== null && asLabelled(answer),
              ).length,
              fixable.length,
            ),
            "other fixes": answers.filter(
              (answer) => answer.fixed !== null && !asLabelled(answer),
            ).length,
            "µs each": time.toFixed(1),
            "of a compromise call": percent(time, call),
          },
        ];
      }),
    ),
  );
}
