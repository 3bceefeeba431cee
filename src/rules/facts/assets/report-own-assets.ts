/** Rules of practice that say one thing about each asset at fault, and the example that they share: an asset with and without an argument. */
import type { Reported, RuleContext, RuleDocs } from "../../rule.ts";
import { type OwnAsset, ownAssets } from "./own-assets.ts";

/** `what` follows the asset's key: "has no owner". */
type Wording = Required<Pick<Reported, "why" | "help">> & { readonly what: string };

export function reportOwnAssets(
  { graphs, report }: RuleContext,
  isAtFault: (own: OwnAsset) => boolean,
  { what, why, help }: Wording,
): void {
  for (const { key, at, subject } of graphs.flatMap((graph) => ownAssets(graph).filter(isAtFault)))
    report({ message: `\`${key}\` ${what}`, why, help, location: at, subject });
}

/** The documented asset lacks `argument`; mended it has it: `owners=["team:sales"]`. */
export function missingArgument(argument: string): Pick<RuleDocs, "example" | "instead"> {
  return { example: assetUnder("@dg.asset"), instead: assetUnder(`@dg.asset(${argument})`) };
}

function assetUnder(decorator: string): string {
  return `import dagster as dg

${decorator}
def orders() -> None:
    """The orders."""

defs = dg.Definitions(assets=[orders])
`;
}
