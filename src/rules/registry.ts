/** Every rule, once, in the order of the catalogue. A file of `src/rules/<group>/` that is not here fails the architecture test. */
import type { Rule } from "./rule.ts";

export const RULES: readonly Rule[] = [];
