/** Whether an automation condition looks at the root assets of a job, as one of a job must somewhere in its tree. */
import { type Condition, conditionOf } from "../../../dagster/model/automation-condition.ts";
import type { Value } from "../../../python/value.ts";

/** `undefined`: a part of it is not known, or of a class of the repository. */
export function describesJobRoots(value: Value): boolean | undefined {
  const condition = conditionOf(value);
  return condition && verdictOf(condition);
}

function verdictOf(condition: Condition): boolean | undefined {
  if (condition.type === "JobRoots") return true;
  if (condition.gap || condition.type === "Custom" || condition.type === "Unknown") return undefined;
  const verdicts = condition.children.map(verdictOf);
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}
