/** Rules of practice, and what is deprecated. */
import type { Rule } from "../rule.ts";

export const PRACTICE_RULES: readonly Rule[] = [];
