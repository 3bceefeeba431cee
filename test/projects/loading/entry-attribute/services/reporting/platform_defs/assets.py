from dagster import asset


@asset
def weekly_numbers(): ...


@asset
def board_slides(weekly_numbers): ...
