/** `AutoMaterializePolicy`, the predecessor of automation conditions. An asset with one counts as having a condition without a label. */
import type { CallContext } from "../../../python/library.ts";
import { NONE, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import type { ConditionPayload } from "../../model/small-payloads.ts";
import { construct, derive, distribute, isObject } from "../construct.ts";
import type { Models } from "../models.ts";
import { bind } from "../signature.ts";

const POLICY = "dagster.AutoMaterializePolicy";
const RULE = "dagster.AutoMaterializeRule";

/** Source: `resolve_automation_condition`. */
export function automationConditionOf(condition: Value, policy: Value): Value {
  return policy.kind === "none" ? condition : distribute(policy, policyCondition);
}

function policyCondition(policy: Value): Value {
  if (!isObject(policy, POLICY)) return policy;
  const condition = policy.fields.get("asset_condition");
  if (condition && condition.kind !== "none") return condition;
  // The condition is made of unordered rules: there is one, but nothing that could be compared.
  const payload: ConditionPayload = { kind: "condition", condition: { type: "RuleCondition", name: "", label: null, children: [] } };
  return derive("dagster.AutomationCondition", { label: NONE }, policy.at, { payload });
}

function makePolicy(context: CallContext): Value {
  return construct(POLICY, { asset_condition: NONE }, context);
}

const RULES = [
  "materialize_on_cron",
  "materialize_on_missing",
  "materialize_on_parent_updated",
  "materialize_on_required_for_freshness",
  "skip_on_parent_missing",
  "skip_on_parent_outdated",
  "skip_on_not_all_parents_updated",
  "skip_on_not_all_parents_updated_since_cron",
  "skip_on_required_but_nonexistent_parents",
  "skip_on_backfill_in_progress",
  "skip_on_run_in_progress",
];

export const autoMaterializePolicyModels: Models = {
  symbols: {
    [POLICY]: (context) => construct(POLICY, { asset_condition: bind(POLICY, context).value("asset_condition") }, context),
    [`${POLICY}.eager`]: makePolicy,
    [`${POLICY}.lazy`]: makePolicy,
    [`${POLICY}.from_automation_condition`]: (context) =>
      construct(POLICY, { asset_condition: bind(`${POLICY}.from_automation_condition`, context).value("automation_condition") }, context),
    ...Object.fromEntries(
      RULES.map((rule) => [`${RULE}.${rule}`, (context: CallContext) => construct(RULE, { name: str(rule) }, context)]),
    ),
  },
  types: {
    [POLICY]: {
      methods: {
        with_rules: (self) => self,
        without_rules: (self) => self,
        to_automation_condition: (self) => policyCondition(self),
      },
    },
    [RULE]: {},
  },
};
