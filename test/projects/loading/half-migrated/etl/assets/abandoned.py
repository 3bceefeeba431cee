import a_library_that_nobody_installs

raise RuntimeError("nobody imports this")
