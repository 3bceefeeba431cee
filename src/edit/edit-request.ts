/** Everything that can be asked of `editProject`, one member an operation. */
import type { RenameAsset } from "./operations/rename-asset.ts";

export type EditRequest = { readonly kind: "rename-asset" } & RenameAsset;
