import type { Authenticator } from "@app/lib/auth";

export interface Book {
  isbn: string;
  title: string;
  shelf: string;
  addedBy: string;
}

const BOOKS_BY_WORKSPACE = new Map<string, Book[]>();

export class BookResource {
  static async list(auth: Authenticator): Promise<Book[]> {
    return BOOKS_BY_WORKSPACE.get(auth.workspaceId) ?? [];
  }

  static async add(
    auth: Authenticator,
    book: Omit<Book, "addedBy">,
  ): Promise<Book> {
    const added = { ...book, addedBy: auth.userEmail };
    const books = await this.list(auth);
    BOOKS_BY_WORKSPACE.set(auth.workspaceId, [...books, added]);
    return added;
  }
}
