/** What every step of reading one project looks things up in: its packages, macros, variables, target and doc blocks. */

import type { Location } from "../base/span.ts";
import type { JinjaBody } from "../formats/jinja/syntax.ts";
import type { BaseContext } from "./jinja/context/base-context.ts";
import type { MacroIndex } from "./jinja/context/macro-index.ts";
import { type Named, type NodeContext, newNamed, nodeRun } from "./jinja/context/node-context.ts";
import { renderDeep } from "./jinja/render.ts";
import { childScope, hasJinja, parseDbtJinja } from "./jinja/run.ts";
import type { FileFinder } from "./project/package-files.ts";
import type { DbtPackage } from "./project/project-file.ts";
import type { ProjectReading } from "./project/project-reading.ts";
import { type DbtMapping, type DbtObject, type DbtUnknown, type DbtValue, isMapping } from "./value.ts";

export interface ProjectContext {
  readonly reading: ProjectReading;
  readonly root: DbtPackage;
  readonly packages: readonly DbtPackage[];
  /** Packages that are named and not in the repository. */
  readonly missing: readonly string[];
  readonly finders: ReadonlyMap<string, FileFinder>;
  readonly target: DbtObject;
  /** `duckdb`; undefined where no committed profile says it literally. */
  readonly adapter: string | undefined;
  readonly macros: MacroIndex;
  /** A description with its `{{ doc(…) }}` filled in. */
  readonly describe: (text: string, described: Described) => string | DbtUnknown;
}

/** What a description is of. dbt refuses doc blocks that are not there, but of nodes that are switched off. */
export interface Described {
  readonly packageName: string;
  readonly uniqueId: string;
  readonly location: Location;
  readonly config: DbtMapping;
}

/** What templates of that package see, in YAML. */
export function baseContext(context: Pick<ProjectContext, "reading" | "root" | "target">, dbtPackage: DbtPackage): BaseContext {
  const { reading, root, target } = context;
  const base: BaseContext = {
    projectName: dbtPackage.name,
    environment: reading.options.environment,
    target,
    variable: (name) => {
      const raw = rawVariable(reading, root, dbtPackage, name);
      return raw === undefined ? undefined : renderDeep(base, raw, () => true);
    },
  };
  return base;
}

/** In descriptions a variable is what its file says, unrendered. */
export function descriptionContext(context: Pick<ProjectContext, "reading" | "root" | "target">, dbtPackage: DbtPackage): BaseContext {
  return { ...baseContext(context, dbtPackage), variable: (name) => rawVariable(context.reading, context.root, dbtPackage, name) };
}

/** `--vars`, then the project's for that package, then the project's, then the package's own. */
function rawVariable({ options }: ProjectReading, root: DbtPackage, dbtPackage: DbtPackage, name: string): DbtValue | undefined {
  const given = options.vars?.get(name);
  if (given !== undefined) return given;
  for (const { vars } of root === dbtPackage ? [root] : [root, dbtPackage]) {
    const scoped = vars.get(dbtPackage.name);
    const value = (isMapping(scoped) ? scoped.get(name) : undefined) ?? vars.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

export function nodeContext(context: ProjectContext, dbtPackage: DbtPackage, node: NodeContext["node"]): NodeContext {
  return {
    base: baseContext(context, dbtPackage),
    macros: context.macros,
    packageName: dbtPackage.name,
    rootName: context.root.name,
    dispatch: context.root.dispatch,
    adapter: context.adapter,
    node,
  };
}

/** What the texts of a node name, put together: its SQL, its hooks, the arguments of a test. */
export function evaluateTexts(context: NodeContext, texts: Iterable<string | JinjaBody>, named: Named = newNamed()): Named {
  const run = nodeRun(context, named);
  for (const text of texts) {
    if (typeof text === "string" && !hasJinja(text)) continue;
    run.returned = undefined;
    run.execute(childScope(undefined), typeof text === "string" ? parseDbtJinja(text).body : text, []);
    named.undefinedCalls.push(...run.undefinedCalls.splice(0));
  }
  if (run.stepsLeft <= 0)
    named.unknown.push({
      what: "ref",
      cause: { kind: "unknown", reason: "limit", message: "the template takes too many steps to evaluate" },
    });
  return named;
}
