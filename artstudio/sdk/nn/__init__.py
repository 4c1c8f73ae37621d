"""Helpers for plugins that learn: weights on disk, devices, and a training loop that knows no model.

`weights` needs numpy alone; `device` and `fit` import torch.
"""
