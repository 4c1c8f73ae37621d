"""The worker's side of the wire: `python -m artstudio.sdk.worker` runs one plugin for the host.

Host and worker talk over a private `multiprocessing.connection`: each message is one JSON object of at
most 64 KiB (`messages`), checked on both sides. Media values travel as files in a folder private to
the worker (`parcel`). The worker's stdout and stderr are its log and nothing else.

    host                                worker
      | <------------------- Hello -------|   protocol and sdk version, before any plugin code
      | -- Describe / Warm / Act / ... -->|
      | <------------------- Sent --------|   any number of events; Progress and Preview are merged
      | -- Cancel / Pause / Resume ------>|   take hold at the plugin's next `yield`
      | <------------------- Ended -------|   exactly one for each request
      | -- (closes the connection) ------>|   the worker exits

The package imports numpy, pydantic and the standard library only, so it starts in any environment.
"""
