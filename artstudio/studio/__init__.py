"""Use cases: the whole API that the window and the command line have of the application."""
