from dagster import Definitions, ResourceDefinition, asset, io_manager, IOManager, resource, with_resources


@resource(config_schema={"url": str})
def crm_client(context):
    return context.resource_config["url"]


class PickleStore(IOManager):
    def load_input(self, context): ...

    def handle_output(self, context, obj): ...


@io_manager
def pickle_store():
    return PickleStore()


@asset(required_resource_keys={"crm", "mailer"})
def contacts(context): ...


@asset(io_manager_key="store", required_resource_keys={"crm"})
def contact_groups(context, contacts): ...


@asset(resource_defs={"clock": ResourceDefinition.none_resource()}, required_resource_keys={"clock"})
def birthdays(contact_groups): ...


bound = with_resources(
    [contacts, contact_groups],
    resource_defs={
        "crm": crm_client.configured({"url": "https://crm.example.com"}),
        "mailer": ResourceDefinition.hardcoded_resource("smtp"),
        "store": pickle_store,
    },
)

defs = Definitions(assets=[*bound, birthdays])
