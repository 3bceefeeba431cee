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
