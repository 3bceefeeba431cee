from typing import TYPE_CHECKING

from dagster import Definitions, _check as check, components, AssetSpec as Spec

if TYPE_CHECKING:
    from dagster import InputDefinition

try:
    from dagster import ExperimentalWarning
except ImportError:
    ExperimentalWarning = None

defs = Definitions(assets=[Spec("orders")])
