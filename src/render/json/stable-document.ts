/** A document as JSON: two blanks of indentation, fields in the order of the contract. Equal documents print equal bytes. */

/** `document` is plain data: a graph document, a review report, a check report. */
export function renderJson(document: object): string {
  return JSON.stringify(document, null, 2);
}

const PIECE = 500;

/**
 * The same text in pieces, for a document with a list in it that may be long: fifty thousand findings are as much text as everything else that a check
 * holds in memory.
 */
export function* renderJsonPieces(document: object): Iterable<string> {
  let between = "{\n";
  for (const [name, value] of Object.entries(document)) {
    if (!Array.isArray(value) || value.length <= PIECE) {
      yield between + fieldText(name, value);
    } else {
      for (let from = 0; from < value.length; from += PIECE) {
        const text = fieldText(name, value.slice(from, from + PIECE));
        // Of a list in the middle: without its own brackets.
        const start = from === 0 ? 0 : text.indexOf("[") + 1;
        yield between + text.slice(start, from + PIECE < value.length ? -"\n  ]".length : undefined);
        between = ",";
      }
    }
    between = ",\n";
  }
  yield "\n}\n";
}

/** `  "findings": […]`, as it stands in the document. */
function fieldText(name: string, value: unknown): string {
  return JSON.stringify({ [name]: value }, null, 2).slice("{\n".length, -"\n}".length);
}
