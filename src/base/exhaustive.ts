/** We are wrong: a state that the code promises cannot occur. Shown as an internal error, with its stack; never caught to hide it. */
export class Bug extends Error {
  override readonly name = "Bug";
}

/** Ends a `switch` over a discriminated union: the compiler proves that no case is left, and at run time a new one is a Bug. */
export function exhaustive(value: never): never {
  throw new Bug(`unhandled case: ${JSON.stringify(value)}`);
}
