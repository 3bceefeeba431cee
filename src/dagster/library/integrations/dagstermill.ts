/**
 * The package `dagstermill`: an asset or an op whose code is a notebook. It has no parameters, so its inputs are those of `ins=`.
 *
 *     define_dagstermill_asset(name="churn", notebook_path=…, ins={"sample": AssetIn("churn_sample")})
 */

import { namesTheRoot } from "../../../python/files/virtual-path.ts";
import type { CallContext } from "../../../python/library.ts";
import { dict, list, NONE, set, str, strDict } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { toPythonIdentifier } from "../../model/asset-key.ts";
import { coerceDeps } from "../assets/asset-dep.ts";
import { buildInputs, depsOfInputs } from "../assets/asset-inputs.ts";
import { knownPath, prefixedKey, prefixParts } from "../assets/asset-key.ts";
import { makeSpec, mergeDicts, tagsWithKinds } from "../assets/asset-spec.ts";
import { makeAssetsDefinition } from "../assets/make-assets-definition.ts";
import { construct, derive, orElse } from "../construct.ts";
import type { Models } from "../models.ts";

const PARAMETERS = [
  "name",
  "notebook_path",
  "key_prefix",
  "ins",
  "deps",
  "metadata",
  "config_schema",
  "required_resource_keys",
  "resource_defs",
  "description",
  "partitions_def",
  "op_tags",
  "group_name",
  "io_manager_key",
  "retry_policy",
];
const IO_MANAGER_KEY = "output_notebook_io_manager";

function notebookAsset(context: CallContext): Value {
  const value = (name: string): Value => {
    const positional = context.args.positional[PARAMETERS.indexOf(name)]?.value;
    return context.args.keywords.get(name)?.value ?? positional ?? NONE;
  };
  const key = prefixedKey(prefixParts(value("key_prefix")), [value("name")], context.at);
  const deps = coerceDeps(orElse(value("deps"), value("non_argument_deps")), "deps", context);
  const inputs = buildInputs({ name: value("name"), docstring: undefined, parameters: [] }, deps, value("ins"), context);
  const path = knownPath(key);
  const required = value("required_resource_keys");
  const resources = required.kind === "none" ? set([]) : required;
  const node = derive(
    "dagster.OpDefinition",
    {
      name: path ? str(toPythonIdentifier(path)) : NONE,
      description: value("description"),
      required_resource_keys: resources,
      retry_policy: value("retry_policy"),
      tags: value("op_tags"),
    },
    context.at,
  );
  const spec = makeSpec(
    {
      key,
      deps: depsOfInputs(inputs, context),
      description: describedBy(value("description"), value("notebook_path"), "asset", context),
      metadata: mergeDicts(value("metadata"), undefined),
      tags: tagsWithKinds(value("asset_tags"), undefined, context),
      group_name: value("group_name"),
      partitions_def: value("partitions_def"),
    },
    context,
  );
  const ioManagerKey = orElse(value("io_manager_key"), str(IO_MANAGER_KEY));
  return makeAssetsDefinition(
    {
      definition: "dagstermill_asset",
      execution: "materialization",
      specs: [spec],
      inputs: inputs.inputs,
      outputs: [{ name: str("result"), ioManagerKey }],
      node,
      checkSpecs: list([]),
      resourceDefs: value("resource_defs"),
      requiredResources: resources,
      computeKind: str("ipynb"),
    },
    context,
  );
}

/** The text that Dagster gives a notebook without one; it names the notebook as the code does, and with it perhaps a folder of this machine. */
function describedBy(given: Value, notebook: Value, what: string, context: CallContext): Value {
  if (given.kind !== "none") return given;
  const path = context.interpreter.toStr(notebook, context.at);
  if (path.kind !== "str") return path;
  if (namesTheRoot(path.value))
    return context.interpreter.unknown("runtime-input", "the description names the folder that the project lies in", context.at);
  return str(`This ${what} is backed by the notebook at ${path.value}`, path.assumes);
}

const OP_PARAMETERS = [
  "name",
  "notebook_path",
  "ins",
  "outs",
  "config_schema",
  "required_resource_keys",
  "output_notebook_name",
  "asset_key_prefix",
  "description",
  "tags",
  "io_manager_key",
];

function notebookOp(context: CallContext): Value {
  const value = (name: string): Value => {
    const positional = context.args.positional[OP_PARAMETERS.indexOf(name)]?.value;
    return context.args.keywords.get(name)?.value ?? positional ?? NONE;
  };
  const output = value("output_notebook_name");
  const ioManagerKey = orElse(value("io_manager_key"), str(IO_MANAGER_KEY));
  const notebookOutput =
    output.kind === "none" ? [] : [[output, derive("dagster.Out", { io_manager_key: ioManagerKey }, context.at)] as const];
  const required = value("required_resource_keys");
  const resources = required.kind === "set" ? [...required.items.values()] : [];
  return construct(
    "dagster.OpDefinition",
    {
      name: value("name"),
      description: describedBy(value("description"), value("notebook_path"), "op", context),
      ins: mergeDicts(value("ins"), undefined),
      outs: mergeDicts(value("outs"), dict(notebookOutput)),
      required_resource_keys: set(
        [...resources, ...(output.kind === "none" ? [] : [ioManagerKey])],
        required.kind === "unknown" ? required : undefined,
      ),
      tags: mergeDicts(value("tags"), strDict([["kind", str("ipynb")]])),
    },
    context,
  );
}

const IO_MANAGER = "dagstermill.ConfigurableLocalOutputNotebookIOManager";

function notebookIoManager(context: CallContext): Value {
  return context.interpreter.object(
    IO_MANAGER,
    [...context.args.keywords].map(([name, argument]) => [name, argument.value] as const),
    { at: context.at, args: context.args },
  );
}

export const dagstermillModels: Models = {
  symbols: {
    "dagstermill.define_dagstermill_asset": notebookAsset,
    "dagstermill.define_dagstermill_op": notebookOp,
    "dagstermill.factory.define_dagstermill_op": notebookOp,
    "dagstermill.local_output_notebook_io_manager": notebookIoManager,
    [IO_MANAGER]: notebookIoManager,
    "dagstermill.io_managers.ConfigurableLocalOutputNotebookIOManager": notebookIoManager,
  },
  types: { [IO_MANAGER]: { bases: ["dagster.ConfigurableIOManagerFactory"] } },
};
