import dagster as dg

from press.defs.daily.printing import Ink


@dg.definitions
def resources():
    return dg.Definitions(resources={"ink": Ink(), "warehouse": dg.ResourceDefinition.none_resource()})
