"""Plugins as the app sees them: found by manifest, run in worker processes, with their models."""
