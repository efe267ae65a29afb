import { describe, expect, it } from "vitest";
import {
  nameAround,
  nameOffsets,
  occurrences,
  WordIndex,
} from "../../src/source/occurrences.ts";
import { source } from "./support.ts";

describe("the occurrences of a pattern", () => {
  it("give the nodes around each, in order", () => {
    const paths = [...occurrences(source("f(a); g(a);"), /\ba\b/g)];
    expect(paths.map((path) => path.at(-1)?.range)).toEqual([
      [2, 3],
      [8, 9],
    ]);
  });

  it("are in no node but the program in a comment", () => {
    const [path] = occurrences(source("// a\nb;"), /a/g);
    expect(path?.map(({ type }) => type)).toEqual(["Program"]);
  });
});

describe("an index of words", () => {
  const index = new WordIndex(source("a; b; a; c;"), /\b[ab]\b/g);

  it("gives the places of several words in the order of the text", () => {
    const ends = [...index.places(["b", "a", "c"])].map((path) => path.at(-1));
    expect(ends.map((node) => node?.range[0])).toEqual([0, 3, 6]);
  });

  it("leaves out places that are skipped", () => {
    expect([...index.places(["a"], (offset) => offset === 0)]).toHaveLength(1);
  });

  it("knows which it has", () => {
    expect(index.has(["c", "b"])).toBe(true);
    expect(index.has(["c"])).toBe(false);
  });

  it("takes a match for the word that it is a piece of, or for none", () => {
    const pieces = new WordIndex(
      source("ab; b; cab;"),
      /b/g,
      (text, offset) => {
        const name = nameAround(text, offset);
        return name === "b" ? undefined : name;
      },
    );
    expect(pieces.has(["b"])).toBe(false);
    expect(
      pieces.places(["ab", "cab"]).map((path) => path.at(-1)?.range),
    ).toEqual([
      [0, 2],
      [7, 10],
    ]);
  });

  it("knows whether there are any", () => {
    expect(index.isEmpty).toBe(false);
    expect(new WordIndex(source("a;"), /b/g).isEmpty).toBe(true);
  });
});

describe("the name around an offset", () => {
  it.each([
    ["a.bcd(e)", 3, "bcd"],
    ["bcd", 0, "bcd"],
    ["$b_1", 2, "$b_1"],
    ["é", 0, "é"],
    ["a b", 1, "a"],
    ["( b", 1, ""],
  ])("%s at %i", (text, offset, name) => {
    expect(nameAround(text, offset)).toBe(name);
  });

  it("is cut off far away", () => {
    expect(nameAround("a".repeat(10_000), 5000).length).toBeLessThan(1000);
  });
});

describe("the offsets of a name", () => {
  it("are those where it is a word of its own", () => {
    expect([...nameOffsets("a ab $a a1 .a(ba)[a]", "a", [0, 20])]).toEqual([
      0, 12, 18,
    ]);
  });

  it("lie in the stretch that is asked", () => {
    expect([...nameOffsets("a a a a", "a", [1, 6])]).toEqual([2, 4]);
  });
});
