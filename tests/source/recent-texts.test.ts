import { expect, it } from "vitest";
import { RecentTexts } from "../../src/source/recent-texts.ts";

function counted(
  mostCharacters?: number,
): (path: string, text: string) => number {
  const texts = new RecentTexts<number>(mostCharacters);
  let count = 0;
  return (path, text) => texts.of({ path, text }, () => ++count);
}

it("what is kept for a text is made anew for another text, not for another path", () => {
  const of = counted();
  expect([of("a", "1"), of("b", "1"), of("a", "1")]).toEqual([1, 2, 1]);
  expect([of("a", "2"), of("a", "1")]).toEqual([3, 4]);
});

it("keeps eight texts, those that came by last", () => {
  const of = counted();
  for (const path of "abcdefgh") {
    of(path, "");
  }
  of("a", "");
  of("i", "");
  expect([of("a", ""), of("c", "")]).toEqual([1, 3]);
  expect(of("b", "")).toBe(10);
});

it("keeps no more characters than it may, the last ones first", () => {
  const of = counted(10);
  expect([of("a", "123456"), of("b", "1234")]).toEqual([1, 2]);
  expect([of("a", "123456"), of("c", "12345")]).toEqual([1, 3]);
  expect(of("c", "12345")).toBe(3);
  expect(of("a", "123456")).toBe(4);
  expect([of("d", "12345678901"), of("d", "12345678901")]).toEqual([5, 6]);
  // It takes no room from others.
  expect(of("a", "123456")).toBe(4);
});

it("makes anew what is no longer right", () => {
  const texts = new RecentTexts<number>();
  const file = { path: "a", text: "" };
  expect(texts.of(file, () => 1)).toBe(1);
  expect(
    texts.of(
      file,
      () => 2,
      (kept) => kept === 1,
    ),
  ).toBe(1);
  expect(
    texts.of(
      file,
      () => 2,
      (kept) => kept !== 1,
    ),
  ).toBe(2);
});
