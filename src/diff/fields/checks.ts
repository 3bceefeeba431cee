/** What of an asset check is compared. Its name carries its asset, so it follows the asset's renaming. */
import type { AssetCheck } from "../../types/graph-document.ts";
import { codeField, scalarField } from "../compare-field.ts";
import { type ObjectKind, plainEntry } from "../entry.ts";
import { followCheck } from "./jobs.ts";

export const CHECKS: ObjectKind<AssetCheck> = {
  kind: "check",
  entries: (location) => location.document.checks.map((check) => plainEntry("check", `${check.asset}:${check.name}`, check, location)),
  nameAtHead: (entry, renamed) => followCheck(entry.name, renamed),
  fields: [
    codeField(),
    scalarField("blocking", "blocking", (entry) => (entry.object.blocking ? "yes" : "no")),
    scalarField("description", "description", (entry) => entry.object.description),
  ],
  identities: ({ object, codeHash }) => (codeHash === null ? [] : [`code ${object.asset} ${codeHash}`]),
};
