import { elementsOf, findMember, resolve } from "../source/resolve.ts";
import { readText, type StaticText } from "../source/static-text.ts";
import type {
  ImportLookup,
  Located,
  ObjectValue,
} from "../source/static-value.ts";
import { absent, unknown, type Field, type Place } from "./model.ts";
import { fieldOf, isObject, placeOf, textField } from "./reading.ts";

/** A text in a list, with the expression that spells it. */
export interface ListedText {
  readonly text: string;
  readonly place: Place;
}

/** `authorization: { provider, supported_use_cases }`. */
export interface Authorization {
  readonly provider: Field<StaticText>;
  readonly useCases: Field<readonly ListedText[]>;
}

/** What a server says of itself: `serverInfo`. */
export interface ServerInfo {
  /** The object, as far as it is written in one place. */
  readonly place: Place;
  readonly name: Field<StaticText>;
  readonly version: Field<StaticText>;
  readonly description: Field<StaticText>;
  /** `"none"` for `null`; `undefined` written out counts as absent. */
  readonly authorization: Field<Authorization | "none">;
  readonly icon: Field<StaticText>;
  readonly documentationUrl: Field<StaticText>;
}

/**
 * Reads the object behind `serverInfo`.
 *
 * @returns `undefined` when it can't be followed to an object
 */
export function readServerInfo(
  located: Located,
  lookup: ImportLookup,
): ServerInfo | undefined {
  const info = resolve(located, lookup);
  if (!isObject(info)) {
    return undefined;
  }
  const text = (name: string): Field<StaticText> =>
    textField(fieldOf(info, name, lookup), lookup);
  return {
    place: placeOf(info),
    name: text("name"),
    version: text("version"),
    description: text("description"),
    authorization: authorizationOf(info, lookup),
    icon: text("icon"),
    documentationUrl: text("documentationUrl"),
  };
}

function authorizationOf(
  info: Located<ObjectValue>,
  lookup: ImportLookup,
): ServerInfo["authorization"] {
  const member = findMember(info, "authorization", lookup);
  if (member.kind !== "known") {
    return member;
  }
  const { located } = member;
  const value = resolve(located, lookup);
  const place = placeOf(located);
  if (value.value.kind === "nothing") {
    // `null` has four letters, `undefined` nine.
    const [start, end] = value.value.range;
    return end - start === "undefined".length
      ? absent
      : { kind: "known", value: "none", place };
  }
  if (!isObject(value)) {
    return unknown;
  }
  return {
    kind: "known",
    place,
    value: {
      provider: textField(fieldOf(value, "provider", lookup), lookup),
      useCases: textsOf(value, "supported_use_cases", lookup),
    },
  };
}

/** A list of texts; unknown when one of them is. */
function textsOf(
  object: Located<ObjectValue>,
  name: string,
  lookup: ImportLookup,
): Field<readonly ListedText[]> {
  const field = fieldOf(object, name, lookup);
  if (field.kind !== "known") {
    return field;
  }
  const { module, value } = field.value;
  if (value.kind !== "array") {
    return unknown;
  }
  const { elements, open } = elementsOf({ value, module }, lookup);
  const texts = elements.map((element): ListedText | undefined => {
    const text = readText(element, lookup);
    return text?.complete === true
      ? { text: text.text, place: placeOf(element) }
      : undefined;
  });
  return open || texts.includes(undefined)
    ? unknown
    : {
        kind: "known",
        value: texts.filter((text) => text !== undefined),
        place: field.place,
      };
}
