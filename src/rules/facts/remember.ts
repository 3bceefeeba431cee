/** Facts that several rules ask for are found once for each location, graph or call, and live as long as it does. */
export function remember<Key extends object, Fact>(find: (key: Key) => Fact): (key: Key) => Fact {
  const known = new WeakMap<Key, { readonly fact: Fact }>();
  return (key) => {
    const found = known.get(key);
    if (found) return found.fact;
    const fact = find(key);
    known.set(key, { fact });
    return fact;
  };
}

/** The same for what is asked of a key under several names. */
export function rememberByNames<Key extends object, Fact>(
  find: (key: Key, names: readonly string[]) => Fact,
): (key: Key, ...names: readonly string[]) => Fact {
  const factsOf = remember((_key: Key) => new Map<string, { readonly fact: Fact }>());
  return (key, ...names) => {
    const facts = factsOf(key);
    const id = names.join(" ");
    const found = facts.get(id) ?? { fact: find(key, names) };
    facts.set(id, found);
    return found.fact;
  };
}
