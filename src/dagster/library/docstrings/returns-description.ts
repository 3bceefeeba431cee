/**
 * What a docstring says of the returned value: Dagster takes it for the description of an op's only output, and so of an asset without
 * a description of its own. The style that finds most in the docstring is believed. Source: docstring_parser 0.18, `parser.py`.
 */
import { parseEpydocStyle, parseRestStyle } from "./field-styles.ts";
import { parseGoogleStyle } from "./google-style.ts";
import { parseNumpyStyle } from "./numpy-style.ts";

const STYLES = [parseRestStyle, parseGoogleStyle, parseNumpyStyle, parseEpydocStyle];

/** `undefined`: it says nothing. */
export function returnsDescription(docstring: string | undefined): string | undefined {
  if (docstring === undefined || docstring === "") return undefined;
  const found = STYLES.map((parse) => parse(docstring)).filter((parsed) => parsed !== undefined);
  const [best] = found.sort((left, right) => right.elements - left.elements);
  return best?.returns ?? undefined;
}
