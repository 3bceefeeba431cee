from abc import ABC, abstractmethod

import dagster as dg

class Source(dg.ConfigurableResource, ABC):
    @abstractmethod
    def read(self): ...

    @property
    @abstractmethod
    def client(self): ...

class Half(Source):
    def read(self): ...

class Whole(Half):
    @property
    def client(self):
        return 1

defs = dg.Definitions(
    resources={
        "half": Half(),  # expect: abstract-class-instantiated
        "whole": Whole(),
    }
)
