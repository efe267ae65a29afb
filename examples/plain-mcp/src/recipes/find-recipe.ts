import { z } from "zod";

import type { RecipeTool } from "./recipe-tool";
import { RECIPES } from "./recipe-tool";

const FindRecipeSchema = z.object({
  ingredients: z
    .array(z.string())
    .min(1)
    .describe("What is in the kitchen; a dish needs to use all of it."),
});

export const findRecipe: RecipeTool = {
  name: "find_recipe",
  description: "Find dishes that use up what is already in the kitchen.",
  inputSchema: FindRecipeSchema.shape,
  run(args) {
    const { ingredients } = FindRecipeSchema.parse(args);
    const dishes = RECIPES.filter(({ grams }) =>
      ingredients.every((ingredient) => ingredient in grams),
    );
    return dishes.length > 0
      ? dishes.map(({ name }) => `- ${name}`).join("\n")
      : "No dish uses all of that.";
  },
};
