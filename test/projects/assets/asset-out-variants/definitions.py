import dagster as dg

LANGUAGES = {"de": "German", "es": "Spanish"}
base = dg.AssetSpec("reviews", group_name="reviews", owners=["team:reviews"], kinds={"csv"})


@dg.multi_asset(outs={"reviews": dg.AssetOut.from_spec(base), "ratings": dg.AssetOut(key="ratings", description="Stars", kinds={"json"})})
def scrape() -> tuple[int, int]:
    return 1, 2


@dg.multi_asset(
    name="translate_reviews",
    outs={f"reviews_{code}": dg.AssetOut(description=f"In {name}", automation_condition=dg.AutomationCondition.on_cron("@daily")) for code, name in LANGUAGES.items()},
    can_subset=True,
    group_name="translations",
    required_resource_keys={"translator"},
)
def translate(context, reviews):
    for name in context.selected_output_names:
        yield dg.Output(1, name)


class Publishing:
    channel = "web"

    @classmethod
    def asset(cls, language):
        @dg.multi_asset(
            specs=[dg.AssetSpec([cls.channel, f"{kind}_{language}"], deps=[f"reviews_{language}"]) for kind in ("page", "teaser")],
            name=f"publish_{language}_on_{cls.channel}",
        )
        def _publish(): ...

        return _publish


class Newsletter(Publishing):
    channel = "mail"


defs = dg.Definitions(
    assets=[scrape, translate] + [c.asset(language) for language in LANGUAGES for c in (Publishing, Newsletter)],
    resources={"translator": "deepl"},
)
