/** The fields of the graph document as a sentence says them: who reads what is not known has not read the document's contract. */

interface FieldWords {
  readonly noun: string;
  readonly isPlural?: boolean;
}

const FIELDS: Readonly<Record<string, FieldWords>> = {
  assets: { noun: "assets", isPlural: true },
  automation: { noun: "automation condition" },
  backfillPolicy: { noun: "backfill policy" },
  checks: { noun: "checks", isPlural: true },
  codeVersion: { noun: "code version" },
  computeKind: { noun: "compute kind" },
  config: { noun: "configuration" },
  cron: { noun: "cron schedule" },
  deps: { noun: "dependencies", isPlural: true },
  freshnessPolicy: { noun: "freshness policy" },
  ioManager: { noun: "I/O manager" },
  kinds: { noun: "kinds", isPlural: true },
  mapping: { noun: "partition mapping" },
  monitors: { noun: "monitored assets", isPlural: true },
  opEdges: { noun: "dependencies between the ops", isPlural: true },
  ops: { noun: "ops", isPlural: true },
  owners: { noun: "owners", isPlural: true },
  partitions: { noun: "partitions", isPlural: true },
  resources: { noun: "required resources", isPlural: true },
  retryPolicy: { noun: "retry policy" },
  tags: { noun: "tags", isPlural: true },
  targets: { noun: "targets", isPlural: true },
};

const PARTS: Readonly<Record<string, FieldWords>> = {
  cron: { noun: "cron schedule" },
  dimensions: { noun: "dimensions", isPlural: true },
  endOffset: { noun: "end offset" },
  fmt: { noun: "format" },
  keys: { noun: "keys", isPlural: true },
};

/** `partitions.start` and ``asset `orders` `` as ``the start of the partitions of asset `orders` is``. */
export function fieldWords(field: string, subject: string): string {
  const [name = "", part] = field.split(".", 2);
  const whole = FIELDS[name] ?? { noun: name };
  const { noun, isPlural } = part === undefined ? whole : (PARTS[part] ?? { noun: part });
  const owner = part === undefined ? subject : `the ${whole.noun} of ${subject}`;
  return `the ${noun} of ${owner} ${isPlural ? "are" : "is"}`;
}
