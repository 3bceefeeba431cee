/**
 * What a docstring says of the returned value: Dagster takes it for the description of an op's only output, and so of an asset without
 * a description of its own. The style that finds most in the docstring is believed. Source: docstring_parser 0.18, `parser.py`.
 */
import { parseEpydocStyle, parseRestStyle } from "./field-styles.ts";
import { parseGoogleStyle } from "./google-style.ts";
import { parseNumpyStyle } from "./numpy-style.ts";

const STYLES = [parseRestStyle, parseGoogleStyle, parseNumpyStyle, parseEpydocStyle];

/** No style speaks of the returned value without one of these words: most docstrings need no parser (a tenth of the evaluation at 10,000 assets). */
const SPEAKS_OF_RETURNS = /return|yield|rtype|ytype/i;

/** `undefined`: it says nothing. */
export function returnsDescription(docstring: string | undefined): string | undefined {
  if (docstring === undefined || !SPEAKS_OF_RETURNS.test(docstring)) return undefined;
  const found = STYLES.map((parse) => parse(docstring)).filter((parsed) => parsed !== undefined);
  const [best] = found.sort((left, right) => right.elements - left.elements);
  return best?.returns ?? undefined;
}
