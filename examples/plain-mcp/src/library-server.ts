import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { z } from "zod";

interface Book {
  isbn: string;
  title: string;
  author: string;
  reservedBy?: string;
}

const CATALOGUE: Book[] = [
  {
    isbn: "9780141439518",
    title: "Pride and Prejudice",
    author: "Jane Austen",
  },
  { isbn: "9780141439556", title: "Wuthering Heights", author: "Emily Brontë" },
];

const isbn = z
  .string()
  .regex(/^\d{13}$/, "An ISBN has 13 digits.")
  .describe("ISBN of the edition, 13 digits without hyphens.");

const server = new McpServer({ name: "library", version: "1.0.0" });

server.registerTool(
  "search_books",
  {
    title: "Search books",
    description:
      "Search the catalogue by title or author. Returns ISBNs and who has reserved what.",
    inputSchema: {
      words: z
        .string()
        .describe("Part of a title or of an author's name, in any case."),
      onlyAvailable: z
        .boolean()
        .default(false)
        .describe("Leave out books that somebody has reserved."),
    },
    annotations: { readOnlyHint: true },
  },
  async ({ words, onlyAvailable }) => {
    const found = CATALOGUE.filter(
      ({ title, author, reservedBy }) =>
        `${title} ${author}`.toLowerCase().includes(words.toLowerCase()) &&
        !(onlyAvailable && reservedBy),
    );
    return {
      content: [
        {
          type: "text",
          text: [`${found.length} books`, ...found.map(renderBook)].join("\n"),
        },
      ],
    };
  },
);

server.registerTool(
  "reserve_book",
  {
    title: "Reserve a book",
    description:
      "Reserve a copy for a member, who has a week to pick it up at the desk.",
    inputSchema: {
      isbn,
      member: z.string().describe("Name on the library card."),
    },
    annotations: { destructiveHint: false, idempotentHint: true },
  },
  async ({ isbn, member }) => {
    const book = CATALOGUE.find((candidate) => candidate.isbn === isbn);
    if (!book) {
      return failure(`No book has the ISBN ${isbn}: try search_books.`);
    }
    if (book.reservedBy && book.reservedBy !== member) {
      return failure(`"${book.title}" is already reserved.`);
    }
    book.reservedBy = member;
    return {
      content: [
        { type: "text", text: `Reserved "${book.title}" for ${member}.` },
      ],
    };
  },
);

server.registerTool(
  "count_reservations",
  {
    title: "Count reservations",
    description: "Count how many copies each member has waiting at the desk.",
    outputSchema: {
      reservations: z.array(
        z.object({
          member: z.string().describe("Name on the library card."),
          books: z.number().int().describe("How many wait to be picked up."),
        }),
      ),
    },
    annotations: { readOnlyHint: true },
  },
  async () => {
    const counts = new Map<string, number>();
    for (const { reservedBy } of CATALOGUE) {
      if (reservedBy) {
        counts.set(reservedBy, (counts.get(reservedBy) ?? 0) + 1);
      }
    }
    const reservations = [...counts].map(([member, books]) => ({
      member,
      books,
    }));
    // The protocol asks for a copy as text next to structured content.
    return {
      structuredContent: { reservations },
      content: [{ type: "text", text: JSON.stringify({ reservations }) }],
    };
  },
);

function renderBook({ isbn, title, author, reservedBy }: Book): string {
  const state = reservedBy ? `reserved by ${reservedBy}` : "available";
  return `- "${title}" by ${author} (${isbn}), ${state}`;
}

function failure(text: string) {
  return { isError: true, content: [{ type: "text" as const, text }] };
}

await server.connect(new StdioServerTransport());
