// Facts of two readings of one dbt project, facet by facet.

/** `{facet, text, silent}` each; a silent claim takes nothing back and claims nothing. */
export function compareFacts(truth, claims) {
  const counts = new Map();
  const count = (facet) => counts.get(facet) ?? counts.set(facet, { truth: 0, claimed: 0, right: 0 }).get(facet);
  const known = new Set(truth.map(textOf));
  const claimed = new Set(claims.map(textOf));
  for (const fact of truth) count(fact.facet).truth += 1;
  for (const claim of claims) {
    const of = count(claim.facet);
    of.claimed += 1;
    if (known.has(textOf(claim))) of.right += 1;
  }
  return {
    counts,
    wrong: [...claimed].filter((text) => !known.has(text)),
    missed: [...known].filter((text) => !claimed.has(text)),
  };
}

function textOf({ facet, text }) {
  return `${facet} ${text}`;
}
