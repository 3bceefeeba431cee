/** Everything that can be asked of `editProject`, one member an operation. */
import type { AddDefinition } from "./operations/add-definition.ts";
import type { AddDep } from "./operations/add-dep.ts";
import type { MoveAsset } from "./operations/move-asset.ts";
import type { RegisterDefinition } from "./operations/register-definition.ts";
import type { RemoveAsset } from "./operations/remove-asset.ts";
import type { RemoveDefinition } from "./operations/remove-definition.ts";
import type { RemoveDep } from "./operations/remove-dep.ts";
import type { RenameAsset } from "./operations/rename-asset.ts";
import type { RenameDefinition } from "./operations/rename-definition.ts";
import type { SetField } from "./operations/set-field.ts";

export type EditRequest =
  | ({ readonly kind: "rename-asset" } & RenameAsset)
  | ({ readonly kind: "rename-definition" } & RenameDefinition)
  | ({ readonly kind: "set" } & SetField)
  | ({ readonly kind: "add-dep" } & AddDep)
  | ({ readonly kind: "remove-dep" } & RemoveDep)
  | ({ readonly kind: "add-definition" } & AddDefinition)
  | ({ readonly kind: "remove-definition" } & RemoveDefinition)
  | ({ readonly kind: "add-to-definitions" | "take-from-definitions" } & RegisterDefinition)
  | ({ readonly kind: "remove-asset" } & RemoveAsset)
  | ({ readonly kind: "move-asset" } & MoveAsset);
