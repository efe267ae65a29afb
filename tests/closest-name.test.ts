import { expect, it } from "vitest";
import { closestName } from "../src/closest-name.ts";

it("takes two letters that changed places for one slip", () => {
  expect(closestName("gihtub", ["gitlab", "github"])).toBe("github");
  expect(closestName("githbu", ["github"])).toBe("github");
  expect(closestName("igthbu", ["github"])).toBeUndefined();
});

it("does not choose between two that are equally close", () => {
  expect(closestName("gihtub", ["github", "gihtubs"])).toBeUndefined();
});

it("knows a name in another case and with other separators", () => {
  expect(closestName("GitHub-issues", ["github_issues"])).toBe("github_issues");
});
