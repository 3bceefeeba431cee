from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Literal, Optional

import dagster as dg
from dagster.components.resolved.core_models import OpSpec
from pydantic import BaseModel, Field


class Fineness(str, Enum):
    COARSE = "coarse"
    FINE = "fine"


class Sieve(BaseModel):
    mesh: int
    label: str = "plain"


class Batch(dg.Resolvable, dg.Model):
    grain: str
    spec: dg.ResolvedAssetSpec | None = None
    after: list[dg.ResolvedAssetKey] = []
    fineness: Fineness = Fineness.COARSE


def resolve_window(context: dg.ResolutionContext, raw: str) -> tuple[str, str]:
    start, _, end = context.resolve_value(raw, as_type=str).partition("..")
    return start, end


def resolve_weights(context: dg.ResolutionContext, model) -> dict[str, int]:
    return {weight.name: context.resolve_value(weight.grams) for weight in model}


class Weight(BaseModel):
    name: str
    grams: int | str


Window = Annotated[tuple[str, str], dg.Resolver(resolve_window, model_field_type=str)]


class Grinder(dg.Component, dg.Model, dg.Resolvable):
    """Grinds batches of grain."""

    mill_name: str
    batches: Sequence[Batch]
    sieve: Sieve = Sieve(mesh=40)
    season: Window
    mode: Literal["stone", "roller"] = "stone"
    output: Annotated[str, dg.Resolver(lambda context, raw: raw.lower(), model_field_name="output_key", model_field_type=str)] = "flour"
    weights: Annotated[dict[str, int], dg.Resolver(resolve_weights, model_field_type=list[Weight])] = {}
    partitions: Optional[str] = Field(default=None, description="None: not partitioned")


    model_config = {"arbitrary_types_allowed": True}

    @staticmethod
    @dg.template_var
    def miller() -> str:
        return "joan"

    @staticmethod
    @dg.template_var
    def folder(context: dg.ComponentLoadContext) -> str:
        return context.path.name

    def _grind(self, batch: Batch, context: dg.ComponentLoadContext):
        @dg.asset(
            key=dg.AssetKey([self.mill_name, self.output, batch.grain]),
            deps=batch.after,
            group_name=context.path.name,
            tags={"season_start": self.season[0], "season_end": self.season[1], "fineness": batch.fineness.value},
            metadata={"mesh": self.sieve.mesh, "label": self.sieve.label, **self.weights},
            kinds={self.mode},
        )
        def ground(scale: dg.ResourceParam[object]):
            """Grinds one batch."""

        return ground

    def build_defs(self, context: dg.ComponentLoadContext) -> dg.Definitions:
        ground = [self._grind(batch, context) for batch in self.batches]
        extra = [batch.spec for batch in self.batches if batch.spec]
        job = dg.define_asset_job(f"{self.mill_name}_{context.path.name}", selection=ground)
        return dg.Definitions(
            assets=[*ground, *extra],
            jobs=[job],
            schedules=[dg.ScheduleDefinition(job=job, cron_schedule="0 5 * * *")],
        )


@dataclass
class Bran(dg.Component, dg.Resolvable):
    """A component of the repository as a dataclass."""

    asset_specs: Sequence[dg.ResolvedAssetSpec]
    checks: Sequence[dg.ResolvedAssetCheckSpec] = field(default_factory=list)
    op: OpSpec | None = None

    def build_defs(self, context: dg.ComponentLoadContext) -> dg.Definitions:
        @dg.multi_asset(
            name=self.op.name if self.op else context.path.name,
            specs=self.asset_specs,
            check_specs=self.checks,
            pool=self.op.pool if self.op else None,
        )
        def sift(context: dg.AssetExecutionContext): ...

        return dg.Definitions(assets=[sift])
