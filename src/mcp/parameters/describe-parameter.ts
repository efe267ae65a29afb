import { insertProperty } from "../../source/insert-property.ts";
import { editSource, type SourceEdit } from "../../source/replace-text.ts";
import type { StaticText } from "../../source/static-text.ts";
import type { SourceFile } from "../../source/syntax-tree.ts";
import type { Parameter, Place } from "../model.ts";

/**
 * Gives a parameter a description, or another one.
 *
 * @returns `undefined` when it is declared in another file, or when the text
 *   belongs to a constant that others may share
 */
export function describeParameter(
  { description, key, language, name, registry, schema }: Parameter,
  text: string,
  file: SourceFile,
): readonly SourceEdit[] | undefined {
  if (description.kind === "known") {
    return replaceText(description.value, description.place, text, file);
  }
  if (schema.file !== file.path) {
    return undefined;
  }
  const quotedText = JSON.stringify(text);
  const [start, end] = schema.range;
  if (language === "zod-mini") {
    // `.check(z.describe(…))` says the same, but Zod 3.25 and 4.1 lack it.
    return registry === undefined
      ? undefined
      : [
          {
            range: [end, end],
            text: `.register(${registry}, { description: ${quotedText} })`,
          },
        ];
  }
  if (language === "zod") {
    // `{ limit }` names key and schema at once.
    const isShorthand = key.file === file.path && key.range[0] === start;
    const call = `.describe(${quotedText})`;
    return [
      {
        range: [end, end],
        text: isShorthand ? `: ${name}${call}` : call,
      },
    ];
  }
  const edit = insertProperty(
    file,
    schema.range,
    `description: ${quotedText}`,
    ["type"],
  );
  return edit && [edit];
}

function replaceText(
  old: StaticText,
  { range }: Place,
  text: string,
  file: SourceFile,
): readonly SourceEdit[] | undefined {
  if (old.module.path !== file.path || range[0] !== old.range[0]) {
    return undefined;
  }
  return editSource(file, old, [{ start: 0, end: old.text.length, text }]);
}
