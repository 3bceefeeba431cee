/** A value of the graph document in a few words: what a person would write down for it. */

/** Empty for null and for what is empty. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(valueWords).join(", ");
  if (typeof value !== "object") return String(value);
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  const [first] = entries;
  // One of several shapes, told apart by its only member: `{job: "daily"}`.
  if (entries.length === 1 && first && ["job", "assets"].includes(first[0])) return valueWords(first[1]);
  // Dagster's own label of an automation condition says what its expression says.
  const label = "expression" in value && entries.find(([name]) => name === "label");
  if (label) return valueWords(label[1]);
  return entries.map(([name, item]) => `${name}: ${valueWords(item)}`).join(", ");
}
