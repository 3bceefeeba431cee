import functools
import time


def timed(fn):
    """Logs how long a step took; keeps the signature, which Dagster reads."""

    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        start = time.time()
        try:
            return fn(*args, **kwargs)
        finally:
            print(fn.__name__, time.time() - start)

    return wrapper


def retried(times=3, *, on=(Exception,)):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                try:
                    return fn(*args, **kwargs)
                except on:
                    continue

        return wrapper

    return decorate


def registered(registry):
    def decorate(definition):
        registry.append(definition)
        return definition

    return decorate
