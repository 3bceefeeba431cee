/** Lists one after the other; where only one holds anything, that list itself and no copy of it. */
export function concatenate<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const [only, ...others] = lists.filter(({ length }) => length > 0);
  if (!only || others.length === 0) return only ?? [];
  return only.concat(...others);
}
