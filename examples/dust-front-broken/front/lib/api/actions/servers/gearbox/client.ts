import type { Result } from "@app/types/shared/result";
import { Err, Ok } from "@app/types/shared/result";
import { normalizeError } from "@app/types/shared/utils/error_utils";

const API_URL = "https://api.gearbox.example";

export interface Bike {
  frameNumber: string;
  model: string;
  owner: string;
}

export interface BikePage {
  bikes: Bike[];
  nextCursor: string | null;
  rateLimitRemaining: number;
}

export interface Part {
  number: string;
  name: string;
  priceCents: number;
}

export async function listBikes(
  accessToken: string,
  owner?: string,
): Promise<Result<BikePage, Error>> {
  try {
    const response = await fetch(`${API_URL}/bikes?owner=${owner ?? ""}`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    // require-response-validation: cast instead of validated
    const page = (await response.json()) as BikePage;
    return new Ok(page);
  } catch (e) {
    return new Err(normalizeError(e));
  }
}

export async function getBike(
  accessToken: string,
  frameNumber: string,
): Promise<Result<Bike, Error>> {
  const response = await fetch(`${API_URL}/bikes/${frameNumber}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) {
    return new Err(new Error(`Gearbox answered ${response.status}`));
  }
  const body = await response.json();
  // require-response-validation: read without validation
  return new Ok({ ...body.bike, owner: body.bike.owner.name });
}

// require-result-helper: throws instead of returning a Result
export async function searchParts(
  accessToken: string,
  query: string,
): Promise<Part[]> {
  const response = await fetch(`${API_URL}/parts?q=${query}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) {
    throw new Error(`Gearbox answered ${response.status}`);
  }
  // require-response-validation: returned as it came
  return response.json();
}

// require-result-helper: the access token comes last
export async function deleteBike(
  frameNumber: string,
  accessToken: string,
): Promise<Result<void, Error>> {
  const response = await fetch(`${API_URL}/bikes/${frameNumber}`, {
    method: "DELETE",
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return response.ok
    ? new Ok(undefined)
    : new Err(new Error(`Gearbox answered ${response.status}`));
}
