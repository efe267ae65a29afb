import { formatter, type Formatter } from "./formatter.ts";

/** The checklist as JSON: a `ChecklistReport`. */
const json: Formatter = formatter((report) => JSON.stringify(report, null, 2));

export default json;
