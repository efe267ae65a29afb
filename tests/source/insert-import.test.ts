import { describe, expect, it } from "vitest";
import {
  importKey,
  planImports,
  type WantedImport,
} from "../../src/source/insert-import.ts";
import { applyEdits } from "./apply-edits.ts";
import { source } from "./support.ts";

const metadata: WantedImport = {
  specifier: "@app/servers/lists/metadata",
  imported: "LISTS_SERVER",
  local: "LISTS_SERVER",
};

function imported(text: string, ...wanted: WantedImport[]): string | undefined {
  const plan = planImports(source(text), wanted);
  return plan && applyEdits(text, plan.edits);
}

describe("planImports", () => {
  it("keeps the order of the file's imports, and their quotes and stops", () => {
    expect(
      imported(
        `import { z } from 'zod'
import { A } from '@app/servers/alarms/metadata'
import { N } from '@app/servers/notes/metadata'

run()
`,
        metadata,
      ),
    ).toBe(`import { z } from 'zod'
import { A } from '@app/servers/alarms/metadata'
import { LISTS_SERVER } from '@app/servers/lists/metadata'
import { N } from '@app/servers/notes/metadata'

run()
`);
  });

  it("goes before the first of its kind where that comes later", () => {
    expect(
      imported(`import { N } from "@app/servers/notes/metadata";\n`, metadata),
    ).toBe(`import { LISTS_SERVER } from "@app/servers/lists/metadata";
import { N } from "@app/servers/notes/metadata";
`);
  });

  it("goes behind imports of other kinds where there is none of its own", () => {
    expect(imported(`import { z } from "zod"; // schemas\nrun();\n`, metadata))
      .toBe(`import { z } from "zod"; // schemas
import { LISTS_SERVER } from "@app/servers/lists/metadata";
run();
`);
  });

  it("begins a file without imports, behind its licence", () => {
    expect(imported(`// Licence\n\nrun();\n`, metadata)).toBe(`// Licence

import { LISTS_SERVER } from "@app/servers/lists/metadata";

run();
`);
  });

  it("joins an import of the same module", () => {
    expect(
      imported(
        `import { LISTS } from "@app/servers/lists/metadata";\n`,
        metadata,
      ),
    ).toBe(
      `import { LISTS, LISTS_SERVER } from "@app/servers/lists/metadata";\n`,
    );
  });

  it.each([
    [
      "tabs",
      `import {\n\tA,\n\tB,\n} from "@app/b";\n`,
      `import {\n\tA,\n\tB,\n} from "@app/b";
import {\n\tLISTS_SERVER,\n\tLISTS_SERVER_DISPLAY_NAME,\n} from "@app/servers/lists/metadata";\n`,
    ],
    [
      "no comma behind the last name",
      `import {\n    A,\n    B\n} from "@app/b";\n`,
      `import {\n    A,\n    B\n} from "@app/b";
import {\n    LISTS_SERVER,\n    LISTS_SERVER_DISPLAY_NAME\n} from "@app/servers/lists/metadata";\n`,
    ],
    [
      "no comma behind the last element of lists",
      `import { A } from "@app/b";\nconst LIST = [\n  "a",\n  "b"\n];\n`,
      `import { A } from "@app/b";
import {\n  LISTS_SERVER,\n  LISTS_SERVER_DISPLAY_NAME\n} from "@app/servers/lists/metadata";\nconst LIST = [\n  "a",\n  "b"\n];\n`,
    ],
    [
      "long lines, without spaces",
      `import {A, B, C} from "@app/a/module/that/has/a/name/longer/than/any/other/in/all/of/this";\n`,
      `import {A, B, C} from "@app/a/module/that/has/a/name/longer/than/any/other/in/all/of/this";
import {LISTS_SERVER, LISTS_SERVER_DISPLAY_NAME} from "@app/servers/lists/metadata";\n`,
    ],
  ])("is laid out as other imports are: %s", (_, text, expected) => {
    expect(
      imported(text, metadata, {
        ...metadata,
        imported: "LISTS_SERVER_DISPLAY_NAME",
        local: "LISTS_SERVER_DISPLAY_NAME",
      }),
    ).toBe(expected);
  });

  it("breaks a line that it joins as others are broken", () => {
    expect(
      imported(
        `import { LISTS_SERVER_OF_LISTS } from "@app/servers/lists/metadata";
const LIST = [
\t"a"
];
`,
        metadata,
      ),
    ).toBe(`import {
\tLISTS_SERVER_OF_LISTS,
\tLISTS_SERVER
} from "@app/servers/lists/metadata";
const LIST = [
\t"a"
];
`);
  });

  it("breaks a line that gets too long", () => {
    expect(
      imported(
        `import { LISTS_SERVER_NAME_FOR_AGENTS } from "@app/servers/lists/metadata";\n`,
        metadata,
      ),
    ).toBe(`import {
  LISTS_SERVER_NAME_FOR_AGENTS,
  LISTS_SERVER,
} from "@app/servers/lists/metadata";
`);
  });

  it("adds a line to an import of several", () => {
    expect(
      imported(
        `import {\r\n  A,\r\n  B, // two\r\n} from "@app/servers/lists/metadata";\r\n`,
        metadata,
      ),
    ).toBe(
      `import {\r\n  A,\r\n  B,\r\n  LISTS_SERVER, // two\r\n} from "@app/servers/lists/metadata";\r\n`,
    );
  });

  it("does not join an import of types, nor one of a namespace", () => {
    expect(
      imported(
        `import type { T } from "@app/servers/lists/metadata";\nimport * as all from "@app/servers/lists/metadata";\n`,
        metadata,
      ),
    ).toBe(`import type { T } from "@app/servers/lists/metadata";
import * as all from "@app/servers/lists/metadata";
import { LISTS_SERVER } from "@app/servers/lists/metadata";
`);
  });

  it("writes several statements at one place in order", () => {
    const other = {
      specifier: "@app/servers/alarms",
      imported: "default",
      local: "alarmsServer",
    };
    expect(
      imported(`import { Z } from "@app/z";\n`, metadata, other, {
        ...other,
        specifier: "@app/servers/books",
        local: "booksServer",
        named: true,
      }),
    ).toBe(`import alarmsServer from "@app/servers/alarms";
import { default as booksServer } from "@app/servers/books";
import { LISTS_SERVER } from "@app/servers/lists/metadata";
import { Z } from "@app/z";
`);
  });

  it("tells the name of one that is imported already", () => {
    const plan = planImports(
      source(
        `import { LISTS_SERVER as lists } from "@app/servers/lists/metadata";`,
      ),
      [metadata],
    );
    expect(plan?.edits).toEqual([]);
    expect(plan?.locals.get(importKey(metadata))).toBe("lists");
  });

  it("knows a default import under either form", () => {
    const wanted = { specifier: "./x", imported: "default", local: "x" };
    for (const text of [
      `import own from "./x";`,
      `import { default as own } from "./x";`,
    ]) {
      const plan = planImports(source(text), [wanted]);
      expect(plan?.edits).toEqual([]);
      expect(plan?.locals.get(importKey(wanted))).toBe("own");
    }
  });

  it("declines when the name is taken, by the file or by another import", () => {
    expect(imported(`const LISTS_SERVER = 1;`, metadata)).toBeUndefined();
    expect(
      imported(``, metadata, { ...metadata, specifier: "./other" }),
    ).toBeUndefined();
  });
});
