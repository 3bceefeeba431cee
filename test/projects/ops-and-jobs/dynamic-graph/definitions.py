from typing import List

from dagster import Definitions, DynamicOut, DynamicOutput, job, op


@op(out=DynamicOut(str))
def find_partners():
    for name in ("acme", "globex"):
        yield DynamicOutput(name, mapping_key=name)


@op
def download(partner: str) -> int:
    return len(partner)


@op
def parse(raw: int) -> int:
    return raw


@op
def merge(results: List[int]) -> int:
    return sum(results)


@job
def collect_partners():
    partners = find_partners()
    parsed = partners.map(lambda partner: parse(download(partner)))
    merge(parsed.collect())


@job
def collect_quickly():
    merge(find_partners().map(download).collect())


defs = Definitions(jobs=[collect_partners, collect_quickly])
