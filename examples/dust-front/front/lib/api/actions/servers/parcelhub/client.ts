import { z } from "zod";

import { SHIPMENT_STATUSES } from "@app/lib/api/actions/servers/parcelhub/metadata";
import type { Result } from "@app/types/shared/result";
import { Err, Ok } from "@app/types/shared/result";
import { normalizeError } from "@app/types/shared/utils/error_utils";

const API_URL = "https://api.parcelhub.example/v2";

const ShipmentSchema = z
  .object({
    tracking_number: z.string(),
    status: z.enum(SHIPMENT_STATUSES),
    recipient: z.string(),
    city: z.string(),
    expected_on: z.string().nullable(),
  })
  .passthrough();

const ShipmentPageSchema = z.object({
  shipments: z.array(ShipmentSchema),
  next_page_token: z.string().nullable(),
});

const TrackedShipmentSchema = ShipmentSchema.extend({
  scans: z.array(
    z.object({ at: z.string(), place: z.string(), event: z.string() }),
  ),
});

const LabelSchema = z.object({
  tracking_number: z.string(),
  price_cents: z.number().int(),
  currency: z.string(),
});

export type Shipment = z.infer<typeof ShipmentSchema>;
export type ShipmentPage = z.infer<typeof ShipmentPageSchema>;
export type TrackedShipment = z.infer<typeof TrackedShipmentSchema>;
export type Label = z.infer<typeof LabelSchema>;

export interface NewShipment {
  recipient: string;
  address: {
    street: string;
    postalCode: string;
    city: string;
    country: string;
  };
  packages: { weightGrams: number; contents?: string }[];
}

export class ParcelhubClient {
  constructor(private readonly accessToken: string) {}

  async listShipments({
    status,
    pageToken,
  }: {
    status?: string;
    pageToken?: string;
  }): Promise<Result<ShipmentPage, Error>> {
    const search = new URLSearchParams();
    if (status) {
      search.set("status", status);
    }
    if (pageToken) {
      search.set("page_token", pageToken);
    }
    return this.request("GET", `/shipments?${search}`, ShipmentPageSchema);
  }

  async trackShipment(
    trackingNumber: string,
  ): Promise<Result<TrackedShipment, Error>> {
    return this.request(
      "GET",
      `/shipments/${trackingNumber}`,
      TrackedShipmentSchema,
    );
  }

  async createShipment(shipment: NewShipment): Promise<Result<Label, Error>> {
    return this.request("POST", "/shipments", LabelSchema, shipment);
  }

  async cancelShipment(
    trackingNumber: string,
    reason: string,
  ): Promise<Result<Label, Error>> {
    return this.request(
      "POST",
      `/shipments/${trackingNumber}/cancel`,
      LabelSchema,
      { reason },
    );
  }

  private async request<T>(
    method: "GET" | "POST",
    path: string,
    schema: z.ZodType<T>,
    payload?: object,
  ): Promise<Result<T, Error>> {
    try {
      const response = await fetch(`${API_URL}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.accessToken}`,
          "content-type": "application/json",
        },
        body: payload ? JSON.stringify(payload) : undefined,
      });
      if (!response.ok) {
        return new Err(new Error(`the carrier answered ${response.status}`));
      }

      const parsed = schema.safeParse(await response.json());
      if (!parsed.success) {
        return new Err(
          new Error(
            `the carrier's answer is malformed: ${parsed.error.message}`,
          ),
        );
      }
      return new Ok(parsed.data);
    } catch (e) {
      return new Err(normalizeError(e));
    }
  }
}
