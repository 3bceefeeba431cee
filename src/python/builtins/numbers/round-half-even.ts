/** Rounding as Python and IEEE do it: a tie goes to the even digit, where JavaScript's goes up. */

/** Decimal digits of a finite number, `digits` of them after the point. */
export function toFixedHalfEven(value: number, digits: number): string {
  const text = value.toFixed(digits);
  if (digits > 60 || Math.abs(value) >= 1e21) return text;
  // All that lies beyond, exactly: a double ends.
  const exact = value.toFixed(Math.min(100, digits + 40));
  const tail = exact.slice(exact.indexOf(".") + 1 + digits);
  if (!/^50*$/.test(tail)) return text;
  const down = exact.slice(0, exact.length - tail.length).replace(/\.$/, "");
  return Number(down.at(-1)) % 2 === 0 ? down : text;
}

export function roundHalfEven(value: number): number {
  return Number(toFixedHalfEven(value, 0));
}
