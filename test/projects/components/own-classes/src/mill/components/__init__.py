from mill.components.grinder import Grinder
from mill.components.sacks import SackJobs

__all__ = ["Grinder", "SackJobs"]
