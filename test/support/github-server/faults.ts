/**
 * What goes wrong on demand. A fault waits for a request that it fits, strikes as often as it was told, and is then forgotten.
 * `drop-after` matters most: GitHub did it, and the answer never arrived.
 */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** The connection ends before the request had an effect, or after. */
  | { readonly kind: "drop-before" | "drop-after" }
  | { readonly kind: "error-after"; readonly status: number }
  /** Half of the answer arrives, then the connection ends. */
  | { readonly kind: "half" }
  | { readonly kind: "primary-rate-limit"; readonly resetInSeconds: number }
  | { readonly kind: "secondary-rate-limit"; readonly status: 403 | 429; readonly retryAfter?: number };

export interface FaultRule {
  /** `issues/create-comment`, `graphql`, `tarball` (where its address leads), or a prefix that ends in a slash: `checks/`. Any request when left out. */
  readonly operation?: string;
  /** 1 when left out. */
  readonly times?: number;
  /** That many fitting requests pass first. */
  readonly after?: number;
}

interface Waiting {
  readonly fault: Fault;
  readonly operation: string | undefined;
  skip: number;
  left: number;
}

export class Faults {
  readonly #waiting: Waiting[] = [];

  add(fault: Fault, { operation, times = 1, after = 0 }: FaultRule = {}): void {
    this.#waiting.push({ fault, operation, skip: after, left: times });
  }

  clear(): void {
    this.#waiting.length = 0;
  }

  /** The fault that strikes this request, taken off its rule's count. */
  next(operation: string): Fault | undefined {
    for (const rule of this.#waiting) {
      const fits =
        rule.operation === undefined ||
        rule.operation === operation ||
        (rule.operation.endsWith("/") && operation.startsWith(rule.operation));
      if (!fits || rule.left === 0) continue;
      if (rule.skip > 0) {
        rule.skip -= 1;
        continue;
      }
      rule.left -= 1;
      return rule.fault;
    }
    return undefined;
  }
}
