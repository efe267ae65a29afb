import { MCPError } from "@app/lib/actions/mcp_errors";
import type { ToolHandlerExtra } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import type { Book } from "@app/lib/resources/book_resource";
import { BookResource } from "@app/lib/resources/book_resource";
import { Err, Ok } from "@app/types/shared/result";

// handlers-match-tools: not typed, so nobody notices the handlers that are missing
export const READING_LIST_TOOL_HANDLERS = {
  list_books: async (_params: unknown, { auth }: ToolHandlerExtra) => {
    const books = await BookResource.list(auth);
    let text = `# Books`;
    // no-raw-json-response: appended to a text that is built up
    text += `\n${JSON.stringify(books)}`;
    return new Ok([{ type: "text" as const, text }]);
  },

  add_book: async (book: Omit<Book, "addedBy">, { auth }: ToolHandlerExtra) => {
    try {
      const added = await BookResource.add(auth, book);
      // no-raw-json-response: by way of a helper that dumps what it gets
      return new Ok(toBlocks(added));
    } catch (e) {
      // no-raw-error-message: the caught value is the whole message
      return new Err(new MCPError(String(e)));
    }
  },

  getShelf: async ({ isbn }: { isbn: string }, { auth }: ToolHandlerExtra) => {
    const books = await BookResource.list(auth);
    const shelf = books.find((book) => book.isbn === isbn)?.shelf ?? "unknown";
    // no-raw-json-response: a string needs no JSON
    return new Ok([
      { type: "text" as const, text: JSON.stringify(`Shelf ${shelf}`) },
    ]);
  },

  // handlers-match-tools: the tool is called shelf_contents
  list_shelf: async (
    { shelf }: { shelf: string },
    { auth }: ToolHandlerExtra,
  ) => {
    const books = await BookResource.list(auth);
    const lines = [`Books on shelf ${shelf}:`];
    for (const book of books.filter((candidate) => candidate.shelf === shelf)) {
      // no-raw-json-response: pushed as a line
      lines.push(JSON.stringify(book));
    }
    return new Ok([{ type: "text" as const, text: lines.join("\n") }]);
  },
};

function toBlocks(data: unknown) {
  return [{ type: "text" as const, text: JSON.stringify(data, null, 2) }];
}
