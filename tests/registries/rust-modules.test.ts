import { expect, it } from "vitest";
import {
  providerModules,
  readRustModules,
} from "../../src/registries/rust-modules.ts";

function modulesOf(text: string, isList: boolean): string[] | undefined {
  const modules = providerModules(readRustModules(text), isList);
  return modules && [...modules];
}

it("reads the declarations of a list", () => {
  const text = `
pub mod oven;
mod private;
pub(crate) mod r#type;
#[cfg(test)]
mod tests { mod inner; }
`;
  expect(modulesOf(text, true)).toEqual(["oven", "private", "type", "tests"]);
});

it("reads the block `providers` of a library's root, and nothing around it", () => {
  const text = `
pub mod blocks { pub mod map; }
pub mod oauth {
    pub mod app;
    pub mod providers { pub mod oven; pub mod utils; }
    pub mod store;
}
`;
  expect(modulesOf(text, false)).toEqual(["oven", "utils"]);
});

it("knows nothing of a root whose providers stand in files", () => {
  expect(modulesOf("pub mod oauth;", false)).toBeUndefined();
});

it("looks at no comments, texts and characters", () => {
  const text = `
// pub mod a;
/* pub mod b; /* nested */ pub mod c; */
const TEXT: &str = "pub mod d; \\" {";
const RAW: &str = r#"pub mod e; ""#;
const BRACE: char = '{';
fn longest<'a>(x: &'a str) -> &'a str { x }
pub mod oven;
`;
  expect(modulesOf(text, true)).toEqual(["oven"]);
});
