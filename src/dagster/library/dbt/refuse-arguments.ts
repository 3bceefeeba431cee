/** Calls of dagster-dbt's that Python refuses: a keyword that is no parameter, and an argument that is missing. In no release were they others. */
import type { CallContext, SymbolModel } from "../../../python/library.ts";
import { refuse } from "../refusal.ts";

interface Signature {
  /** Those that may be given by position come first. */
  readonly names: readonly string[];
  readonly positional: number;
  readonly required: string;
  /** `**kwargs` takes what is no parameter. */
  readonly isOpen?: true;
}

const SIGNATURES = {
  dbt_assets: {
    names: [
      "manifest",
      "select",
      "exclude",
      "selector",
      "name",
      "io_manager_key",
      "partitions_def",
      "dagster_dbt_translator",
      "backfill_policy",
      "op_tags",
      "required_resource_keys",
      "project",
      "retry_policy",
      "pool",
    ],
    positional: 0,
    required: "manifest",
  },
  DbtProject: {
    names: [
      "project_dir",
      "target_path",
      "profiles_dir",
      "profile",
      "target",
      "packaged_project_dir",
      "state_path",
      "prepare_project_cli_args",
      "manifest_path",
      "preparer",
      "has_uninstalled_deps",
    ],
    positional: 1,
    required: "project_dir",
  },
  DbtCliResource: { names: ["project_dir"], positional: 1, required: "project_dir", isOpen: true },
} as const satisfies Readonly<Record<string, Signature>>;

/** The model, after what is wrong with the call has been told. */
export function checked(name: keyof typeof SIGNATURES, model: SymbolModel): SymbolModel {
  return (context) => {
    const problem = problemOf(SIGNATURES[name], context.args);
    if (problem !== undefined) refuse(context, "TypeError", `${name}() ${problem}`);
    return model(context);
  };
}

function problemOf({ names, positional, required, isOpen }: Signature, args: CallContext["args"]): string | undefined {
  const stray = isOpen ? undefined : [...args.keywords.keys()].find((keyword) => !names.includes(keyword));
  if (stray !== undefined) return `got an unexpected keyword argument '${stray}'`;
  const isGiven = args.keywords.has(required) || (positional > 0 && args.positional.length > 0);
  return isGiven || !args.complete ? undefined : `missing 1 required argument: '${required}'`;
}
