"""The command line: the window's twin, drawn from the same schemas."""
