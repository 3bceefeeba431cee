/**
 * What `DbtProjectComponent` builds, for whoever reads components: one definition with the assets and checks of a project.
 * The component is its own translator: `get_asset_spec` of a subclass in the repository is evaluated, then its `translation`.
 */
import type { CallContext } from "../../../python/library.ts";
import { NONE, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import { derive } from "../construct.ts";
import { makeDbtAssets } from "./dbt-assets.ts";
import { isDevelopment, PROJECT } from "./project/dbt-project.ts";
import { manifestOf, notePrepared } from "./project/manifest.ts";
import { orDefault } from "./specs/build-specs.ts";
import { textField } from "./text-field.ts";
import { TRANSLATOR } from "./translator/translator.ts";

export interface DbtComponentParts {
  /** A `DbtProject` object ({@link projectObject} makes it), or unknown. */
  readonly project: Value;
  readonly select: Value;
  readonly exclude: Value;
  readonly selector: Value;
  /** `(spec, props) -> spec`, or None. */
  readonly translation: Value;
  readonly translationSettings: Value;
  /** An instance of a subclass of the repository that overrides `get_asset_spec` or `get_asset_check_spec`; None otherwise. */
  readonly translator: Value;
  /** `op`: name, tags, backfill policy, pool. */
  readonly op: { readonly name: Value; readonly tags: Value; readonly backfillPolicy: Value; readonly pool: Value };
}

export function buildDbtComponent(parts: DbtComponentParts, context: CallContext): Value {
  const { project, translator, op } = parts;
  if (project.kind === "object" && isDevelopment(context)) notePrepared(project.fields.get("project_dir"), context);
  const manifest =
    project.kind === "object" && project.type === PROJECT
      ? manifestOf(project.fields.get("manifest_path") ?? NONE, context, project)
      : project;
  const own = derive(TRANSLATOR, { settings: parts.translationSettings, translation: parts.translation }, context.at);
  const name = op.name.kind === "none" ? projectName(project, context) : op.name;
  return makeDbtAssets(
    {
      specs: {
        manifest,
        translator: translator.kind === "none" ? own : translator,
        project,
        select: orDefault(parts.select, "fqn:*"),
        exclude: orDefault(parts.exclude, ""),
        selector: orDefault(parts.selector, ""),
        ioManagerKey: NONE,
      },
      name,
      opTags: op.tags,
      partitionsDef: NONE,
      backfillPolicy: op.backfillPolicy,
      retryPolicy: NONE,
      requiredResources: NONE,
      pool: op.pool,
      signature: { name, docstring: undefined, parameters: [] },
      definition: "dbt_assets",
    },
    context,
  );
}

function projectName(project: Value, { interpreter, at }: CallContext): Value {
  if (project.kind !== "object") return str("dbt_project");
  const known = textField(project, "name");
  return known === undefined ? interpreter.attribute(project, "name", at) : str(known);
}
