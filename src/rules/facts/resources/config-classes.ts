/** Classes of the repository of which Dagster makes a configuration schema while it loads: those that annotate `config`, and resources that are made. */
import type { LoadedLocation } from "../../../dagster/analysis.ts";
import type { ClassValue } from "../../../python/value.ts";
import { annotationOf } from "../functions/parameter-mistake.ts";
import { parametersNamed } from "../functions/parameters.ts";
import { subclassCalls } from "../logged.ts";
import { remember } from "../remember.ts";

const DECORATORS = ["asset", "multi_asset", "op", "asset_check"].map((name) => `dagster.${name}`);

export const configClasses: (location: LoadedLocation) => readonly ClassValue[] = remember(findConfigClasses);

function findConfigClasses(location: LoadedLocation): readonly ClassValue[] {
  const { interpreter } = location;
  const classes = new Set<ClassValue>();
  for (const { parameter } of parametersNamed(location, "config", ...DECORATORS)) {
    const annotation = annotationOf(parameter, interpreter);
    if (annotation?.kind === "class" && interpreter.isSubclass(annotation, "dagster.Config")) classes.add(annotation);
  }
  for (const { subclass, condition, guarded } of subclassCalls(location)) {
    if (condition || guarded || classes.has(subclass)) continue;
    if (interpreter.isSubclass(subclass, "dagster.ConfigurableResourceFactory")) classes.add(subclass);
  }
  return [...classes];
}
