"""Running things: jobs, the queue, devices. Knows no plugin and no document."""
