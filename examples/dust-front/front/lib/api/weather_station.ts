import { z } from "zod";

import type { Result } from "@app/types/shared/result";
import { Err, Ok } from "@app/types/shared/result";
import { normalizeError } from "@app/types/shared/utils/error_utils";

const API_URL = "https://api.weather-stations.example";

const StationSchema = z.object({
  code: z.string(),
  place: z.string(),
  altitude: z.number(),
});

const ReadingSchema = z.object({
  time: z.string(),
  celsius: z.number(),
  windKmh: z.number(),
  rainMm: z.number(),
});

export type Station = z.infer<typeof StationSchema>;
export type Reading = z.infer<typeof ReadingSchema>;

export async function fetchStations(
  region: string,
): Promise<Result<Station[], Error>> {
  return get(
    `/stations?${new URLSearchParams({ region })}`,
    z.array(StationSchema),
  );
}

export async function fetchReading(
  station: string,
): Promise<Result<Reading, Error>> {
  return get(`/stations/${station}/latest`, ReadingSchema);
}

export async function fetchForecast(
  station: string,
  days: number,
): Promise<Result<Reading[], Error>> {
  return get(
    `/stations/${station}/forecast?days=${days}`,
    z.array(ReadingSchema),
  );
}

async function get<T>(
  path: string,
  schema: z.ZodType<T>,
): Promise<Result<T, Error>> {
  try {
    const response = await fetch(API_URL + path);
    if (!response.ok) {
      return new Err(new Error(`the network answered ${response.status}`));
    }
    const parsed = schema.safeParse(await response.json());
    return parsed.success ? new Ok(parsed.data) : new Err(parsed.error);
  } catch (e) {
    return new Err(normalizeError(e));
  }
}
