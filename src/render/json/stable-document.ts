/** A document as JSON: two blanks of indentation, fields in the order of the contract. Equal documents print equal bytes. */

/** `document` is plain data: a graph document, a review report, a check report. */
export function renderJson(document: object): string {
  return JSON.stringify(document, null, 2);
}

/** Items of a list that are written at once. */
const PIECE = 500;

/**
 * The same text and the newline at its end, in pieces. For a document with a field that is a long list: fifty thousand findings are as much text as
 * everything else that a check holds in memory.
 */
export function* renderJsonPieces(document: object): Iterable<string> {
  let before = "{\n";
  for (const [name, value] of Object.entries(document)) {
    if (value === undefined) continue;
    const length = Array.isArray(value) ? value.length : 0;
    if (length <= PIECE) yield before + fieldText(name, value);
    for (let from = 0; length > PIECE && from < length; from += PIECE) {
      const text = fieldText(name, value.slice(from, from + PIECE));
      const start = from === 0 ? 0 : fieldText(name, []).length - 1;
      const end = from + PIECE < length ? text.length - "\n  ]".length : text.length;
      yield (from === 0 ? before : ",") + text.slice(start, end);
    }
    before = ",\n";
  }
  yield "\n}\n";
}

/** `  "findings": […]`, as it stands in the document. */
function fieldText(name: string, value: unknown): string {
  return JSON.stringify({ [name]: value }, null, 2).slice("{\n".length, -"\n}".length);
}
