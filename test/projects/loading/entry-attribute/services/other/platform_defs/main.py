raise RuntimeError("a package of the same name in a sibling folder")
