/** Content addresses as git makes them, so that a file on the disk and the same file in a commit share one id. */
import { createHash } from "node:crypto";

export type ObjectFormat = "sha1" | "sha256";

/** The id that `git hash-object` prints for these bytes, in hex. */
export function blobId(bytes: Uint8Array, format: ObjectFormat = "sha1"): string {
  return createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
