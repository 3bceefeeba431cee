import dagster
import dagster._core.definitions
import dagster.version
from dagster import Definitions
from dagster.components import definitions
from dagster.core.definitions import AssetsDefinition  # expect: removed-api-import
from dagster.utils import file_relative_path  # expect: removed-api-import

defs = Definitions()
