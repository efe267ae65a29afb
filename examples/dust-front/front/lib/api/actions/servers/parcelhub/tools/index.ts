import { MCPError } from "@app/lib/actions/mcp_errors";
import type { ToolHandlers } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { buildTools } from "@app/lib/actions/mcp_internal_actions/tool_definition";
import { withAuth } from "@app/lib/api/actions/servers/parcelhub/helpers";
import { PARCELHUB_TOOLS_METADATA } from "@app/lib/api/actions/servers/parcelhub/metadata";
import {
  renderPrice,
  renderShipmentPage,
  renderTrackedShipment,
} from "@app/lib/api/actions/servers/parcelhub/rendering";
import { Err, Ok } from "@app/types/shared/result";

const handlers: ToolHandlers<typeof PARCELHUB_TOOLS_METADATA> = {
  list_shipments: async ({ status, pageToken }, { authInfo }) =>
    withAuth({
      action: async (client) => {
        const page = await client.listShipments({ status, pageToken });
        if (page.isErr()) {
          return new Err(
            new MCPError(`Failed to list shipments: ${page.error.message}`, {
              cause: page.error,
            }),
          );
        }
        return new Ok([
          { type: "text" as const, text: renderShipmentPage(page.value) },
        ]);
      },
      authInfo,
    }),

  track_shipment: async ({ trackingNumber }, { authInfo }) =>
    withAuth({
      action: async (client) => {
        const shipment = await client.trackShipment(trackingNumber);
        if (shipment.isErr()) {
          return new Err(
            new MCPError(
              `Failed to track ${trackingNumber}: ${shipment.error.message}. ` +
                "Check the number with `list_shipments`.",
              { cause: shipment.error },
            ),
          );
        }
        return new Ok([
          {
            type: "text" as const,
            text: renderTrackedShipment(shipment.value),
          },
        ]);
      },
      authInfo,
    }),

  create_shipment: async (shipment, { authInfo }) =>
    withAuth({
      action: async (client) => {
        const label = await client.createShipment(shipment);
        if (label.isErr()) {
          return new Err(
            new MCPError(`Failed to buy the label: ${label.error.message}`, {
              cause: label.error,
            }),
          );
        }
        const { tracking_number } = label.value;
        return new Ok([
          {
            type: "text" as const,
            text: `Created shipment ${tracking_number} to ${shipment.recipient} for ${renderPrice(label.value)}.`,
          },
        ]);
      },
      authInfo,
    }),

  cancel_shipment: async ({ trackingNumber, reason }, { authInfo }) =>
    withAuth({
      action: async (client) => {
        const refund = await client.cancelShipment(trackingNumber, reason);
        if (refund.isErr()) {
          return new Err(
            new MCPError(
              `Failed to cancel ${trackingNumber}: ${refund.error.message}. ` +
                "A parcel that was collected cannot be cancelled.",
              { cause: refund.error },
            ),
          );
        }
        return new Ok([
          {
            type: "text" as const,
            text: `Cancelled ${trackingNumber}; ${renderPrice(refund.value)} will be refunded.`,
          },
        ]);
      },
      authInfo,
    }),
};

export const TOOLS = buildTools(PARCELHUB_TOOLS_METADATA, handlers);
