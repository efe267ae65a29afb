import { formatter, type Formatter } from "./formatter.ts";
import { printAsMarkdown } from "./print-markdown.ts";

/** The checklist as Markdown, for a pull request. */
const markdown: Formatter = formatter(printAsMarkdown);

export default markdown;
