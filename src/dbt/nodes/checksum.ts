/** What dbt notes of a node's content. Of code it is made when somebody asks: nearly nobody does, and there is much code. */
import { sha256 } from "../../base/hash/stable-hash.ts";
import type { ResourceType } from "../config/node-config.ts";
import type { DbtMapping, DbtValue } from "../value.ts";
import type { DbtNode } from "./dbt-node.ts";

export function checksumOfText(text: string): DbtMapping {
  return new Map([
    ["name", "sha256"],
    ["checksum", sha256(text)],
  ]);
}

const MADE_OF_CODE: ReadonlySet<ResourceType> = new Set(["model", "analysis", "test"]);

/** Of a node that was read from its file; a generic test has none. */
export function checksumOf({ extra, resourceType, test, rawCode }: DbtNode): DbtValue | undefined {
  const noted = extra.get("checksum");
  if (noted !== undefined || !MADE_OF_CODE.has(resourceType) || test !== undefined) return noted;
  return checksumOfText(rawCode);
}
