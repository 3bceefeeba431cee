/** Whether GitHub sent it: a keyed hash over the very bytes of the body. Source: docs.github.com "Validating webhook deliveries". */
import { createHmac, timingSafeEqual } from "node:crypto";

/** `signature`: the header `x-hub-signature-256`, `sha256=…`. Takes the same time wherever the first difference is. */
export function isSignedBy(secret: string, body: Uint8Array, signature: string | undefined): boolean {
  const expected = Buffer.from(`sha256=${createHmac("sha256", secret).update(body).digest("hex")}`);
  const given = Buffer.from(signature ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
