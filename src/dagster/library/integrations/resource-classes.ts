/**
 * Resources of published packages, as data: by the module that documents them, the names of their resource classes and of the ready resources of
 * before there were classes. A name from a module below (`dagster_aws.s3.resources.S3Resource`) is found by its last part where the module is the package.
 * One line to add for one more module. What such an object does at run time is the package's own.
 */
import type { TypeModel } from "../../../python/library.ts";
import { NONE, NOWHERE, set, str } from "../../../python/make-value.ts";
import type { Value } from "../../../python/value.ts";
import type { Models } from "../models.ts";
import { resourceClasses } from "./package-objects.ts";

const RESOURCES: Readonly<Record<string, string>> = {
  dagster_airbyte: "AirbyteResource AirbyteCloudResource airbyte_resource airbyte_cloud_resource",
  dagster_anthropic: "AnthropicResource",
  "dagster_aws.athena": "AthenaClientResource AthenaResource athena_resource fake_athena_resource",
  "dagster_aws.ecr": "ECRPublicResource ecr_public_resource FakeECRPublicResource fake_ecr_public_resource",
  "dagster_aws.emr": "emr_pyspark_step_launcher",
  "dagster_aws.pipes": "PipesECSClient PipesEMRClient PipesEMRContainersClient PipesEMRServerlessClient PipesGlueClient PipesLambdaClient",
  "dagster_aws.rds": "RDSResource",
  "dagster_aws.redshift": "RedshiftClientResource RedshiftResource redshift_resource FakeRedshiftClientResource fake_redshift_resource",
  "dagster_aws.s3":
    "S3Resource S3PickleIOManager ConfigurablePickledObjectS3IOManager S3FileManagerResource s3_resource s3_pickle_io_manager s3_file_manager",
  "dagster_aws.secretsmanager":
    "SecretsManagerResource SecretsManagerSecretsResource secretsmanager_resource secretsmanager_secrets_resource",
  "dagster_aws.ssm": "ParameterStoreResource SSMResource parameter_store_resource ssm_resource",
  "dagster_azure.adls2":
    "ADLS2Resource ADLS2PickleIOManager adls2_resource adls2_pickle_io_manager adls2_file_manager ADLS2BaseResource ConfigurablePickledObjectADLS2IOManager",
  "dagster_azure.blob": "AzureBlobStorageResource",
  "dagster_azure.pipes": "PipesAzureMLClient",
  dagster_chroma: "ChromaResource",
  dagster_clickhouse: "ClickhouseIOManager ClickhouseResource",
  "dagster_cloud.dagster_insights": "InsightsBigQueryResource InsightsSnowflakeResource",
  dagster_databricks:
    "DatabricksClientResource PipesDatabricksClient databricks_client DatabricksWorkspace PipesDatabricksServerlessClient databricks_pyspark_step_launcher",
  dagster_datadog: "DatadogResource datadog_resource",
  dagster_delta: "DeltaLakePolarsIOManager DeltaLakePyarrowIOManager DeltaTableResource",
  dagster_deltalake: "DeltaLakeIOManager DeltaLakePyarrowIOManager DeltaTableResource",
  dagster_deltalake_pandas: "DeltaLakePandasIOManager",
  dagster_deltalake_polars: "DeltaLakePolarsIOManager",
  dagster_docker: "PipesDockerClient",
  dagster_duckdb: "DuckDBResource DuckDBIOManager",
  dagster_duckdb_pandas: "DuckDBPandasIOManager duckdb_pandas_io_manager",
  dagster_duckdb_polars: "DuckDBPolarsIOManager duckdb_polars_io_manager",
  dagster_duckdb_pyspark: "DuckDBPySparkIOManager duckdb_pyspark_io_manager",
  dagster_fivetran: "FivetranResource fivetran_resource",
  dagster_gcp:
    "BigQueryResource DataprocResource GCSResource bigquery_resource dataproc_resource gcs_resource gcs_pickle_io_manager gcs_file_manager BigQueryIOManager GCSPickleIOManager GCSFileManagerResource",
  "dagster_gcp.bigquery": "BigQueryResource bigquery_resource BigQueryIOManager",
  "dagster_gcp.dataproc": "DataprocResource dataproc_resource",
  "dagster_gcp.gcs":
    "GCSResource GCSPickleIOManager GCSFileManagerResource gcs_resource gcs_pickle_io_manager gcs_file_manager ConfigurablePickledObjectGCSIOManager",
  "dagster_gcp.pipes": "PipesDataprocJobClient",
  dagster_gcp_pandas: "BigQueryPandasIOManager bigquery_pandas_io_manager",
  dagster_gcp_pyspark: "BigQueryPySparkIOManager bigquery_pyspark_io_manager",
  dagster_ge: "GEContextResource ge_data_context",
  dagster_gemini: "GeminiResource",
  dagster_github: "GithubResource github_resource",
  "dagster_hashicorp.vault": "vault_resource",
  "dagster_iceberg.io_manager.arrow": "PyArrowIcebergIOManager",
  "dagster_iceberg.io_manager.daft": "DaftIcebergIOManager",
  "dagster_iceberg.io_manager.pandas": "PandasIcebergIOManager",
  "dagster_iceberg.io_manager.polars": "PolarsIcebergIOManager",
  "dagster_iceberg.io_manager.spark": "SparkIcebergIOManager",
  "dagster_iceberg.resource": "IcebergTableResource",
  dagster_k8s: "PipesK8sClient",
  dagster_meltano: "meltano_resource",
  dagster_mlflow: "mlflow_tracking",
  dagster_modal: "ModalClient",
  dagster_msteams: "MSTeamsResource msteams_resource",
  dagster_mysql: "MySQLResource",
  dagster_notdiamond: "NotDiamondResource",
  dagster_openai: "OpenAIResource",
  dagster_pagerduty: "PagerDutyService pagerduty_resource",
  dagster_polars: "PolarsBigQueryIOManager PolarsDeltaIOManager PolarsParquetIOManager",
  dagster_prometheus: "PrometheusResource prometheus_resource",
  dagster_pyspark: "PySparkResource LazyPySparkResource pyspark_resource lazy_pyspark_resource",
  dagster_qdrant: "QdrantResource",
  dagster_ray: "LocalRay PipesRayJobClient RayIOManager RayResource",
  "dagster_ray.kuberay": "KubeRayCluster KubeRayInteractiveJob PipesKubeRayJobClient",
  dagster_slack: "SlackResource slack_resource",
  dagster_snowflake: "SnowflakeResource snowflake_resource SnowflakeIOManager",
  dagster_snowflake_pandas: "SnowflakePandasIOManager snowflake_pandas_io_manager",
  dagster_snowflake_polars: "SnowflakePolarsIOManager",
  dagster_snowflake_pyspark: "SnowflakePySparkIOManager snowflake_pyspark_io_manager",
  dagster_spark: "SparkPipelinesResource spark_resource",
  dagster_ssh: "SSHResource ssh_resource",
  dagster_teradata: "TeradataResource teradata_resource",
  dagster_twilio: "TwilioResource twilio_resource",
  dagster_wandb: "wandb_resource wandb_artifacts_io_manager",
  dagster_weaviate: "WeaviateResource",
};

/** What ready resources ask for in turn. */
const REQUIRED: Readonly<Record<string, string>> = {
  s3_pickle_io_manager: "s3",
  gcs_pickle_io_manager: "gcs",
  adls2_pickle_io_manager: "adls2",
};

const NAMES = Object.entries(RESOURCES).flatMap(([module, names]) => names.split(" ").map((name) => `${module}.${name}`));

function isClass(name: string): boolean {
  return /^[A-Z]/.test(name.slice(name.lastIndexOf(".") + 1));
}

/** A base of objects that nobody looks into: what they have beyond resources is the package's. */
export const OPAQUE_TYPE = "dagster.integrations.Opaque";

/** Asked last, after what all resources have: the rest is the package's. */
const opaque: TypeModel = {
  attribute: (self, name, interpreter, at) =>
    interpreter.unknown("external-library", `\`${self.kind === "object" ? self.type : self.class.name}.${name}\` comes from a library`, at),
};

function readyResource(name: string): Value {
  const own = name.slice(name.lastIndexOf(".") + 1);
  const type = name.endsWith("io_manager") ? "dagster.IOManagerDefinition" : "dagster.ResourceDefinition";
  const fields: readonly (readonly [string, Value])[] = [
    ["type", str(name)],
    ["config", NONE],
    ["description", NONE],
    ["required_resource_keys", set(Object.hasOwn(REQUIRED, own) ? [str(REQUIRED[own] ?? "")] : [])],
  ];
  return { kind: "object", type, fields: new Map(fields), at: NOWHERE };
}

/** Where a class is more than a resource, its kind of client or manager. */
function baseOf(name: string): string {
  if (name.endsWith("IOManager")) return "dagster.ConfigurableIOManagerFactory";
  return /\.Pipes\w+Client$/.test(name) ? "dagster.TreatAsResourceParam" : "dagster.ConfigurableResource";
}

/** Functions that make an I/O manager of type handlers. */
const IO_MANAGER_BUILDERS = [
  "dagster_clickhouse.build_clickhouse_io_manager",
  "dagster_duckdb.build_duckdb_io_manager",
  "dagster_gcp.build_bigquery_io_manager",
  "dagster_snowflake.build_snowflake_io_manager",
];

const classes = NAMES.filter(isClass);
const classModels = resourceClasses(classes);

export const resourceClassModels: Models = {
  symbols: {
    ...classModels.symbols,
    ...Object.fromEntries(IO_MANAGER_BUILDERS.map((name) => [name, () => readyResource(`${name}.io_manager`)])),
  },
  types: { ...Object.fromEntries(classes.map((name) => [name, { bases: [baseOf(name), OPAQUE_TYPE] }])), [OPAQUE_TYPE]: opaque },
  constants: Object.fromEntries(NAMES.filter((name) => !isClass(name)).map((name) => [name, readyResource(name)])),
};
