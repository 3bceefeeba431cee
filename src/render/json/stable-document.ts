/** A document as JSON: two blanks of indentation, fields in the order of the contract. Equal documents print equal bytes. */

/** `document` is plain data: a graph document, a review report, a check report. */
export function renderJson(document: object): string {
  return JSON.stringify(document, null, 2);
}
