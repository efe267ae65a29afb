import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  editSource,
  escapeFor,
  type SourceEdit,
  type TextEdit,
} from "../../src/source/replace-text.ts";
import type { Quote } from "../../src/source/static-value.ts";
import { readModuleValues } from "../../src/source/module-values.ts";
import { readText } from "../../src/source/static-text.ts";
import { located, project, source, textIn } from "./support.ts";

function apply(text: string, edits: readonly SourceEdit[]): string {
  return edits
    .toReversed()
    .reduce(
      (result, { range, text: inserted }) =>
        result.slice(0, range[0]) + inserted + result.slice(range[1]),
      text,
    );
}

/** Edits what `const it = …` stands for; the file, or `undefined`. */
function edited(
  expression: string,
  ...edits: readonly (readonly [start: number, end: number, text: string])[]
): string | undefined {
  const file = source(`const it = ${expression};`);
  const result = editSource(
    file,
    textIn(file),
    edits.map(([start, end, text]) => ({ start, end, text })),
  );
  return result && apply(file.text, result).slice("const it = ".length, -1);
}

describe("editing a literal", () => {
  it.each(['"', "'", "`"])("keeps the quotes %s", (quote) => {
    expect(edited(`${quote}Gets it${quote}`, [0, 4, "Get"])).toBe(
      `${quote}Get it${quote}`,
    );
  });

  it("escapes its own quotes only", () => {
    expect(edited(`"a"`, [0, 1, `"'\``])).toBe(`"\\"'\`"`);
    expect(edited(`'a'`, [0, 1, `"'\``])).toBe(`'"\\'\`'`);
    expect(edited("`a`", [0, 1, `"'\``])).toBe("`\"'\\``");
  });

  it("escapes line ends where the quotes need it", () => {
    expect(edited(`"a"`, [0, 1, "x\ny\rz\u2028"])).toBe(`"x\\ny\\rz\\u2028"`);
    expect(edited("`a`", [0, 1, "x\ny\rz"])).toBe("`x\ny\\rz`");
  });

  it("escapes backslashes", () => {
    expect(edited(`"a"`, [0, 1, "\\n"])).toBe(`"\\\\n"`);
  });

  it("escapes what would begin an interpolation", () => {
    expect(edited("`a`", [0, 1, "${x}"])).toBe("`\\${x}`");
    expect(edited(`"a"`, [0, 1, "${x}"])).toBe(`"\${x}"`);
  });

  it("makes no interpolation of a new { behind a $", () => {
    expect(edited("`$a`", [1, 2, "{b}"])).toBe("`$\\{b}`");
  });

  it("makes no interpolation of a new $ before a {", () => {
    expect(edited("`a{b}`", [0, 1, "$"])).toBe("`$\\{b}`");
  });

  it("makes no interpolation of what a deletion brings together", () => {
    expect(edited("`$a{b}`", [1, 2, ""])).toBe("`$\\{b}`");
  });

  it("lengthens no octal escape", () => {
    expect(edited(`"\\0a"`, [1, 2, "1"])).toBe(`"\\0\\x31"`);
    expect(edited(`"\\0a7"`, [1, 2, ""])).toBe(`"\\0\\x37"`);
    expect(edited(`"\\0a7"`, [1, 2, "b"])).toBe(`"\\0b7"`);
  });

  it("escapes control characters and halves of surrogate pairs", () => {
    expect(edited(`"a"`, [0, 1, "\0\u001b\uD83D\t"])).toBe(
      `"\\x00\\x1b\\ud83d\t"`,
    );
  });

  it("keeps the line ends of a CRLF template", () => {
    expect(edited("`a\r\nb`", [2, 3, "c\nd"])).toBe("`a\r\nc\r\nd`");
  });
});

describe("offsets behind escapes", () => {
  it.each([
    ["\\n", 1],
    ["\\x41", 1],
    ["\\u0041", 1],
    ["\\u{41}", 1],
    ["\\u{1F600}", 2],
    ["\\uD83D\\uDE00", 2],
    ["😀", 2],
    ["\\0", 1],
    ["\\'", 1],
    ["\\q", 1],
    // Identity escapes: only lower-case letters begin hexadecimal ones.
    ["\\U0041", 5],
    ["\\X41", 3],
    ["\\8", 1],
    ["\\\n", 0],
    ["\\\r\n", 0],
    ["\\\u2028", 0],
  ])("counts %j as %i", (escape, length) => {
    expect(edited(`"${escape}bc"`, [length, length + 1, "X"])).toBe(
      `"${escape}Xc"`,
    );
  });

  it.each([
    ["\\101", 1],
    ["\\1018", 2],
    ["\\400", 2],
  ])("counts the octal escape %s of a script as %i", (escape, length) => {
    const file = source(`var it = "${escape}bc";`, "/project/file.cjs");
    const edits = editSource(file, textIn(file), [
      { start: length, end: length + 1, text: "X" },
    ]);
    expect(edits && apply(file.text, edits)).toBe(`var it = "${escape}Xc";`);
  });

  it("counts a CRLF in a template once", () => {
    expect(edited("`a\r\nbc`", [2, 3, "X"])).toBe("`a\r\nXc`");
  });

  it("takes a line continuation out with the text around it", () => {
    expect(edited(`"a\\\nb"`, [0, 2, "X"])).toBe(`"X"`);
  });

  it.each(["\\u{1F600}", "😀"])("declines to cut %s in two", (pair) => {
    expect(edited(`"${pair}"`, [0, 1, "X"])).toBeUndefined();
  });
});

describe("edits over several literals", () => {
  it("puts all new text where the old one began", () => {
    expect(edited(`"Gets " + 'the ' + \`list\``, [0, 9, "Get a "])).toBe(
      `"Get a " + '' + \`list\``,
    );
  });

  it("writes each edit into its own literal", () => {
    expect(edited(`"ab" + 'cd'`, [0, 1, "X"], [3, 4, "'"])).toBe(
      `"Xb" + 'c\\''`,
    );
  });

  it("takes edits in any order", () => {
    expect(edited(`"abc"`, [2, 3, "Z"], [0, 1, "X"])).toBe(`"XbZ"`);
  });

  it("lets edits touch", () => {
    expect(edited("`abc`", [0, 1, "$"], [1, 2, "{"])).toBe("`\\${c`");
  });

  it("declines edits that overlap", () => {
    expect(edited(`"abc"`, [0, 2, ""], [1, 3, ""])).toBeUndefined();
  });

  it("inserts between two literals once", () => {
    expect(edited(`"a" + 'b'`, [1, 1, "X"])).toBe(`"aX" + 'b'`);
  });

  it("inserts into an empty literal", () => {
    expect(edited(`""`, [0, 0, "X"])).toBe(`"X"`);
    expect(edited("``", [0, 0, "X"])).toBe("`X`");
  });

  it("edits on both sides of an interpolation", () => {
    expect(edited("`ab${x}cd`", [1, 2, "B"], [3, 4, "C"])).toBe("`aB${x}Cd`");
  });

  it("finds its way past braces and comments in an interpolation", () => {
    expect(edited("`ab${ /* ${ */ (x) /* } */ }cd`", [1, 2, "B"])).toBe(
      "`aB${ /* ${ */ (x) /* } */ }cd`",
    );
    expect(edited("`ab${ /* ${ */ (x) /* } */ }cd`", [3, 4, "C"])).toBe(
      "`ab${ /* ${ */ (x) /* } */ }Cd`",
    );
    expect(edited("`ab${ {} }}cd`", [3, 4, "C"])).toBe("`ab${ {} }Ccd`");
  });

  it("declines what touches an interpolation", () => {
    expect(edited("`ab${x}cd`", [1, 3, ""])).toBeUndefined();
    expect(edited("`ab${x}cd`", [2, 3, ""])).toBeUndefined();
    expect(edited("`ab${x}cd`", [1, 4, ""])).toBeUndefined();
    expect(edited("`a${12}b`", [1, 2, ""])).toBeUndefined();
  });

  it("declines to write what stands for an unknown part", () => {
    expect(edited("`ab${x}`", [0, 1, "\uFFFC"])).toBeUndefined();
    expect(edited(`"ab"`, [0, 1, "\uFFFC"])).toBe(`"\uFFFCb"`);
  });

  it("declines offsets outside the text", () => {
    expect(edited(`"ab"`, [1, 3, ""])).toBeUndefined();
    expect(edited(`"ab"`, [3, 3, "x"])).toBeUndefined();
  });

  it("edits behind what a trim cuts off", () => {
    expect(edited("`\n  Gets it\n`.trim()", [0, 4, "Get"])).toBe(
      "`\n  Get it\n`.trim()",
    );
  });
});

describe("texts of other modules", () => {
  const main = `import { noun } from "./other"; const it = "a " + noun;`;
  const file = source(main, "/project/main.ts");
  const { lookup } = project({ other: `export const noun = "list";` });
  const text = textIn(file, lookup);

  it("declines to edit them", () => {
    expect(editSource(file, text, [{ start: 2, end: 6, text: "" }])).toBe(
      undefined,
    );
    expect(editSource(file, text, [{ start: 1, end: 6, text: "" }])).toBe(
      undefined,
    );
  });

  it("declines even where the file says the same at that place", () => {
    const same = `export const noun = "list";`;
    const foreign = textIn(
      source(`import { noun } from "./other"; const it = noun;`),
      lookup,
    );
    expect(
      editSource(source(same, "/project/main.ts"), foreign, [
        { start: 0, end: 1, text: "X" },
      ]),
    ).toBeUndefined();
  });

  it("edits the literals of the file itself", () => {
    const edits = editSource(file, text, [{ start: 0, end: 1, text: "the" }]);
    expect(edits && apply(main, edits)).toContain(`it = "the " + noun`);
  });

  it("declines when the file was edited since it was read", () => {
    const now = source(main.replace('"a "', '"an "'), "/project/main.ts");
    expect(
      editSource(now, text, [{ start: 0, end: 1, text: "X" }]),
    ).toBeUndefined();
  });
});

/** A string that holds what is hard to write down. */
const hardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...Array.from("\\\"'`${}\n\r\t\0\u2028\uFEFF01789abcxu"),
        "\r\n",
        "${",
        "\uD83D",
        "\uDE00",
        "😀",
      ),
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

const quote = fc.constantFrom<Quote[]>('"', "'", "`");

describe("any text", () => {
  it("is read as it was spelled", () => {
    fc.assert(
      fc.property(hardText, quote, (text, mark) => {
        const file = source(
          `const it = ${mark}${escapeFor(mark, text)}${mark};`,
        );
        expect(textIn(file).text).toBe(text);
      }),
    );
  });

  it("says what was wanted after edits, or is left alone", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(hardText, quote), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(8), hardText), { maxLength: 4 }),
        (pieces, wanted) => {
          const file = source(
            `const it = ${pieces.map(([text, mark]) => mark + escapeFor(mark, text) + mark).join(" + ")};`,
          );
          const before = textIn(file);
          const edits: TextEdit[] = [];
          let at = 0;
          for (const [gap, length, text] of wanted) {
            const start = Math.min(at + (gap % 9), before.text.length);
            const end = Math.min(start + length, before.text.length);
            edits.push({ start, end, text });
            at = end;
          }
          const result = editSource(file, before, edits);
          fc.pre(result !== undefined);
          const after = source(apply(file.text, result));
          const expected = edits
            .toSorted((a, b) => a.start - b.start || a.end - b.end)
            .toReversed()
            .reduce(
              (text, edit) =>
                text.slice(0, edit.start) + edit.text + text.slice(edit.end),
              before.text,
            );
          expect(
            readText(located(readModuleValues(after)), () => undefined)?.text,
          ).toBe(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("declines no edit but one that cuts a surrogate pair", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 20 }),
        quote,
        fc.nat(20),
        fc.nat(20),
        hardText,
        (text, mark, a, b, inserted) => {
          const file = source(
            `const it = ${mark}${escapeFor(mark, text)}${mark};`,
          );
          const end = Math.min(Math.max(a, b), text.length);
          const start = Math.min(a, b, end);
          expect(
            editSource(file, textIn(file), [{ start, end, text: inserted }]),
          ).toBeDefined();
        },
      ),
    );
  });
});
