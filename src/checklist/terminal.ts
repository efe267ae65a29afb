import { formatter, wantsColor, type Formatter } from "./formatter.ts";
import { printForTerminal } from "./print-terminal.ts";

export * from "./formatter.ts";

/** The checklist in the terminal. */
const terminal: Formatter = formatter((report, context) =>
  printForTerminal(report, {
    color: wantsColor(context, {
      argv: process.argv,
      env: process.env,
      isTTY: process.stdout.isTTY,
    }),
  }),
);

export default terminal;
