import { z } from "zod";

import { SkyTool } from "./sky-tool";

const SYNODIC_MONTH_DAYS = 29.530588;
const A_NEW_MOON = Date.parse("2000-01-06T18:14:00Z");

const MoonPhaseSchema = z.object({
  date: z.string().date().describe("Day to look at, as YYYY-MM-DD."),
});

export class MoonPhaseTool extends SkyTool<typeof MoonPhaseSchema.shape> {
  constructor() {
    super({
      name: "compute_moon_phase",
      description:
        "Compute how much of the moon is lit on the night of a date.",
      inputSchema: MoonPhaseSchema,
    });
  }

  protected override answer({ date }: z.infer<typeof MoonPhaseSchema>): string {
    const days = (Date.parse(date) - A_NEW_MOON) / 86_400_000;
    const phase = (days / SYNODIC_MONTH_DAYS) % 1;
    const lit = (1 - Math.cos(2 * Math.PI * phase)) / 2;
    return `${Math.round(lit * 100)} % of the moon is lit on ${date}.`;
  }
}
