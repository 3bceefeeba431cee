/**
 * What one document's anchors name. An alias is the anchor's own node, so a billion laughs cost nothing to read; but whoever walks the tree
 * would pay, so the number of nodes that aliases stand for is bounded.
 */
import type { FormatNode } from "../format-node.ts";

export const ALIASED_NODES_LIMIT = 100_000;

interface Anchored {
  readonly node: FormatNode;
  /** Nodes below it and itself, aliases spelt out. */
  readonly size: number;
}

export class Anchors {
  private readonly byName = new Map<string, Anchored>();
  private aliased = 0;

  /** False where the name was taken; the later node counts. */
  add(name: string, node: FormatNode, size: number): boolean {
    const isNew = !this.byName.has(name);
    this.byName.set(name, { node, size });
    return isNew;
  }

  /** The anchor's node, or why there is none to take. */
  find(name: string): FormatNode | string {
    const anchored = this.byName.get(name);
    if (anchored === undefined) return `found undefined alias \`${name}\``;
    if (this.aliased + anchored.size > ALIASED_NODES_LIMIT) return `aliases stand for more than ${ALIASED_NODES_LIMIT} values`;
    this.aliased += anchored.size;
    return anchored.node;
  }

  /** How many nodes the aliases met so far stand for. */
  get total(): number {
    return this.aliased;
  }
}
