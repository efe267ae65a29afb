import { z } from "zod";

import { SkyTool } from "./sky-tool";

const DayLengthSchema = z.object({
  latitude: z
    .number()
    .min(-66)
    .max(66)
    .describe("Degrees north of the equator; negative in the south."),
  date: z.string().date().describe("Day to look at, as YYYY-MM-DD."),
});

export class DayLengthTool extends SkyTool<typeof DayLengthSchema.shape> {
  constructor() {
    super({
      name: "compute_day_length",
      description:
        "Compute the hours between sunrise and sunset for a date and latitude.",
      inputSchema: DayLengthSchema,
    });
  }

  protected override answer({
    latitude,
    date,
  }: z.infer<typeof DayLengthSchema>): string {
    const start = Date.parse(`${date.slice(0, 4)}-01-01`);
    const dayOfYear = (Date.parse(date) - start) / 86_400_000 + 1;
    const declination =
      radians(-23.44) * Math.cos((2 * Math.PI * (dayOfYear + 10)) / 365);
    const hourAngle = Math.acos(
      -Math.tan(radians(latitude)) * Math.tan(declination),
    );
    return `${((24 / Math.PI) * hourAngle).toFixed(1)} hours of daylight.`;
  }
}

function radians(degrees: number): number {
  return (degrees / 180) * Math.PI;
}
