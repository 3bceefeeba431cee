NAMES = ["Norway"]
