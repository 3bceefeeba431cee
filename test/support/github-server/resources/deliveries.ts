/** The App's webhook deliveries: what failed is not sent again by itself, and sent again it has the same GUID. */
import { notFound, type Operations } from "../routing.ts";
import type { Delivery, Json } from "../world.ts";

function deliveryObject(delivery: Delivery): Json {
  const ok = delivery.statusCode >= 200 && delivery.statusCode < 300;
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: 0.1,
    status: ok ? "OK" : "failed",
    status_code: delivery.statusCode,
    event: delivery.event.name,
    action: delivery.event.payload["action"] ?? null,
    installation_id: (delivery.event.payload["installation"] as { id?: number } | undefined)?.id ?? null,
    repository_id: (delivery.event.payload["repository"] as { id?: number } | undefined)?.id ?? null,
  };
}

export const deliveries: Operations = {
  "apps/list-webhook-deliveries": {
    needs: [],
    actor: "app",
    answer({ world, query, baseUrl, path }) {
      const status = query.get("status");
      const newestFirst = world.deliveries.map(deliveryObject).reverse();
      const chosen = newestFirst.filter((one) => status === null || (one["status"] === "OK") === (status === "success"));
      const size = Number(query.get("per_page") ?? 30);
      // The list is paged by a cursor, which here is the position.
      const start = Number(query.get("cursor") ?? 0);
      const next = new URLSearchParams({ per_page: String(size), cursor: String(start + size) });
      const headers = start + size < chosen.length ? { link: `<${baseUrl}${path}?${next}>; rel="next"` } : {};
      return { status: 200, body: chosen.slice(start, start + size), headers };
    },
  },
  "apps/redeliver-webhook-delivery": {
    needs: [],
    actor: "app",
    answer({ world, params }) {
      const delivery = world.deliveries.find((one) => one.id === Number(params["delivery_id"]));
      if (delivery === undefined) throw notFound();
      void world.redeliver?.(delivery);
      return { status: 202, body: {} };
    },
  },
};
