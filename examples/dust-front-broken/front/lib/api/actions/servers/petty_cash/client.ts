import { z } from "zod";

import type { Result } from "@app/types/shared/result";
import { Err, Ok } from "@app/types/shared/result";

const ExpensePageSchema = z.object({
  expenses: z.array(z.object({ cents: z.number(), purpose: z.string() })),
  page: z.number(),
  totalPages: z.number(),
});

export type ExpensePage = z.infer<typeof ExpensePageSchema>;

export async function fetchExpenses(
  month: string,
): Promise<Result<ExpensePage, Error>> {
  const response = await fetch(`https://cash.example/expenses?month=${month}`);
  const parsed = ExpensePageSchema.safeParse(await response.json());
  return parsed.success ? new Ok(parsed.data) : new Err(parsed.error);
}

// require-result-helper: talks to the network and returns no Result
export async function postExpense(expense: {
  cents: number;
  purpose: string;
}): Promise<boolean> {
  const response = await fetch("https://cash.example/expenses", {
    method: "POST",
    body: JSON.stringify(expense),
  });
  return response.ok;
}
