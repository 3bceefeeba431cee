/** What `Field(ge=1)`, `Field(max_length=30)` and their like compare: a number, or the length of a text or collection, with the bound. */
export const BOUNDS = {
  ge: (value: number, bound: number): boolean => value >= bound,
  gt: (value: number, bound: number): boolean => value > bound,
  le: (value: number, bound: number): boolean => value <= bound,
  lt: (value: number, bound: number): boolean => value < bound,
  min_length: (value: number, bound: number): boolean => value >= bound,
  max_length: (value: number, bound: number): boolean => value <= bound,
} as const;
