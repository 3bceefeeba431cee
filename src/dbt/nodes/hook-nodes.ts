/** What `on-run-start` and `on-run-end` of a project file say: nodes of their own, of type `operation`. They name nodes and configure nothing. */
import { newNamed } from "../jinja/context/node-context.ts";
import type { DbtPackage, RunHook } from "../project/project-file.ts";
import { evaluateTexts, nodeContext, type ProjectContext } from "../project-context.ts";
import { assembleNode } from "./assemble-node.ts";
import type { UnresolvedNode } from "./dbt-node.ts";
import { uniqueIdOf } from "./file-node.ts";

const HOOKS: readonly RunHook[] = ["on-run-start", "on-run-end"];

export function hookNodes(context: ProjectContext, dbtPackage: DbtPackage): UnresolvedNode[] {
  return HOOKS.flatMap((hook) => dbtPackage.hooks[hook].map((text, index) => hookNode(context, dbtPackage, hook, { text, index })));
}

function hookNode(
  context: ProjectContext,
  dbtPackage: DbtPackage,
  hook: RunHook,
  { text, index }: { readonly text: string; readonly index: number },
): UnresolvedNode {
  const name = `${dbtPackage.name}-${hook}-${index}`;
  const identity = { name, uniqueId: uniqueIdOf("operation", dbtPackage, name), resourceType: "operation" };
  const { refs, sources, metrics, unknown } = evaluateTexts(nodeContext(context, dbtPackage, identity), [text]);
  const node = assembleNode(
    context,
    {
      type: "operation",
      name,
      package: dbtPackage,
      file: { file: dbtPackage.file, originalPath: "./dbt_project.yml", relativePath: "dbt_project.yml" },
      path: `hooks/${name}.sql`,
      fqn: [dbtPackage.name, "hooks", name],
      location: { path: dbtPackage.file, start: 0, end: 0 },
      rawCode: text,
      checksum: undefined,
      language: "sql",
      named: { ...newNamed(), refs, sources, metrics, unknown },
    },
    undefined,
  );
  return { ...node, tags: [hook] };
}
