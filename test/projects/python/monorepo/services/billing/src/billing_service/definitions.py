raise RuntimeError("another service: not on this one's path")
