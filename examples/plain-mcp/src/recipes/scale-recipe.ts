import { z } from "zod";

import type { RecipeTool } from "./recipe-tool";
import { RECIPES } from "./recipe-tool";

const ScaleRecipeSchema = z.object({
  recipe: z.string().describe("Name of the dish, from find_recipe."),
  guests: z.number().int().positive().describe("How many people will eat."),
});

export const scaleRecipe: RecipeTool = {
  name: "scale_recipe",
  description:
    "Scale the quantities of a dish to the number of people at table.",
  inputSchema: ScaleRecipeSchema.shape,
  run(args) {
    const { recipe, guests } = ScaleRecipeSchema.parse(args);
    const dish = RECIPES.find(({ name }) => name === recipe);
    if (!dish) {
      throw new Error(`There is no recipe for ${recipe}: try find_recipe.`);
    }
    return Object.entries(dish.grams)
      .map(([name, grams]) => `- ${(grams * guests) / dish.serves} g ${name}`)
      .join("\n");
  },
};
