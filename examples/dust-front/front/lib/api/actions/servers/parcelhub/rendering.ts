import type {
  Label,
  Shipment,
  ShipmentPage,
  TrackedShipment,
} from "@app/lib/api/actions/servers/parcelhub/client";

export function renderShipmentPage({
  shipments,
  next_page_token,
}: ShipmentPage): string {
  if (shipments.length === 0) {
    return "No shipment matches.";
  }
  const lines = [`${shipments.length} shipments:`];
  for (const shipment of shipments) {
    lines.push(`- ${renderShipment(shipment)}`);
  }
  if (next_page_token) {
    lines.push(`There are more: continue with pageToken ${next_page_token}.`);
  }
  return lines.join("\n");
}

export function renderTrackedShipment(shipment: TrackedShipment): string {
  const scans = shipment.scans.map(
    ({ at, place, event }) => `- ${at}, ${place}: ${event}`,
  );
  return [renderShipment(shipment), "", "## Scans", ...scans].join("\n");
}

export function renderPrice({ price_cents, currency }: Label): string {
  return `${(price_cents / 100).toFixed(2)} ${currency}`;
}

function renderShipment(shipment: Shipment): string {
  let text = `**${shipment.tracking_number}** to ${shipment.recipient} in ${shipment.city}`;
  text += `: ${shipment.status.replaceAll("_", " ")}`;
  if (shipment.expected_on) {
    text += `, expected on ${shipment.expected_on}`;
  }
  return text;
}
