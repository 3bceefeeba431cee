/** The front door: a read project and a request in, a change set or a refusal out. Pure: nothing is written, and what is missing is named. */
import { exhaustive } from "../base/exhaustive.ts";
import type { Analysis } from "../dagster/analysis.ts";
import type { Refusal } from "./change-set.ts";
import { type CarriedOut, carryOut } from "./carry-out.ts";
import type { EditRequest } from "./edit-request.ts";
import { renameAsset } from "./operations/rename-asset.ts";
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
    default:
      return exhaustive(request.kind);
  }
}
