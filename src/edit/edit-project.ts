/** The front door: a read project and a request in, a change set or a refusal out. Pure: nothing is written, and what is missing is named. */
import { exhaustive } from "../base/exhaustive.ts";
import type { Analysis } from "../dagster/analysis.ts";
import { type CarriedOut, carryOut } from "./carry-out.ts";
import type { Refusal } from "./change-set.ts";
import type { EditRequest } from "./edit-request.ts";
import { addDefinition } from "./operations/add-definition.ts";
import { addDep } from "./operations/add-dep.ts";
import { moveAsset } from "./operations/move-asset.ts";
import { addToDefinitions, takeFromDefinitions } from "./operations/register-definition.ts";
import { removeAsset } from "./operations/remove-asset.ts";
import { removeDefinition } from "./operations/remove-definition.ts";
import { removeDep } from "./operations/remove-dep.ts";
import { renameAsset } from "./operations/rename-asset.ts";
import { renameDefinition } from "./operations/rename-definition.ts";
import { setField } from "./operations/set-field.ts";
import type { Proposal } from "./plan.ts";
import { createProject, type Project, type ReadingContext } from "./project.ts";

export function editProject(analysis: Analysis, request: EditRequest, context: ReadingContext): CarriedOut {
  const project = createProject(analysis, context);
  return carryOut(project, propose(project, request));
}

function propose(project: Project, request: EditRequest): Proposal | Refusal {
  switch (request.kind) {
    case "rename-asset":
      return renameAsset(project, request);
    case "rename-definition":
      return renameDefinition(project, request);
    case "set":
      return setField(project, request);
    case "add-dep":
      return addDep(project, request);
    case "remove-dep":
      return removeDep(project, request);
    case "add-definition":
      return addDefinition(project, request);
    case "remove-definition":
      return removeDefinition(project, request);
    case "add-to-definitions":
      return addToDefinitions(project, request);
    case "take-from-definitions":
      return takeFromDefinitions(project, request);
    case "remove-asset":
      return removeAsset(project, request);
    case "move-asset":
      return moveAsset(project, request);
    default:
      return exhaustive(request);
  }
}
