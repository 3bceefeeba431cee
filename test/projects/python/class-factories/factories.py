from abc import ABC, abstractmethod
from typing import ClassVar

import dagster as dg


class Source(ABC):
    registry: ClassVar[list[type["Source"]]] = []
    name: str = "source"
    cron: str | None = None

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        Source.registry.append(cls)

    @abstractmethod
    def tables(self) -> list[str]: ...

    def build(self) -> list[dg.AssetsDefinition]:
        return [self._asset(table) for table in self.tables()]

    def _asset(self, table):
        @dg.asset(key=[self.name, table], group_name=self.name, description=(self.__doc__ or "").strip() or None)
        def _source(): ...

        return _source

    def __call__(self):
        assets = self.build()
        if self.cron is None:
            return dg.Definitions(assets=assets)
        job = dg.define_asset_job(f"{self.name}_job", selection=assets)
        return dg.Definitions(assets=assets, schedules=[dg.ScheduleDefinition(job=job, cron_schedule=self.cron)])

    def __repr__(self):
        return f"{type(self).__name__}({self.name})"


class Erp(Source):
    """Tables of the ERP."""

    name = "erp"
    cron = "0 1 * * *"

    def tables(self):
        return ["orders", "invoices"]


class Crm(Source):
    name = "crm"

    def __init__(self, region="eu"):
        self.region = region

    def tables(self):
        return [f"{table}_{self.region}" for table in ("contacts", "deals")]


class Mixin:
    def tables(self):
        return [*super().tables(), "audit"]


class AuditedErp(Mixin, Erp):
    name = "audited_erp"
    cron = None
