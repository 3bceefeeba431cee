/**
 * Classes of published integrations as annotations: which are resources. The packages of Dagster's own integrations name their
 * resource classes so; everything else that derives from `ConfigurableResource` does it in the repository, where it is read.
 */
const RESOURCE_NAME = /(Resource|IOManager|Workspace|ClientResource|Client|FileManager)$/;

/** `dagster_dbt.DbtCliResource`. */
export function isThirdPartyResource(name: string): boolean {
  return name.startsWith("dagster_") && RESOURCE_NAME.test(name);
}
