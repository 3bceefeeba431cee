"""A check of what a command answers raises, and what stands around it catches that: nobody can say which way the loading goes."""
import subprocess

from dagster import Definitions, asset


def require(command: list[str]) -> None:
    result = subprocess.run(command, capture_output=True)
    if result.returncode != 0:
        raise RuntimeError(f"{command} failed")


def group_of_reports() -> str:
    try:
        require(["true"])
        return "reports"
    except Exception:
        return "drafts"


def warehouse_assets() -> list:
    try:
        require(["true"])

        @asset(deps=["orders"])
        def shipments(): ...

        return [shipments]
    except RuntimeError:
        return []


def certain_assets() -> list:
    try:
        require(["true"])

        @asset
        def customers(): ...

        return [customers]
    except RuntimeError as error:
        raise ValueError("the shop needs its customers") from error


@asset
def orders(): ...


@asset(group_name=group_of_reports())
def revenue(orders): ...


defs = Definitions(assets=[orders, revenue, *warehouse_assets(), *certain_assets()])
