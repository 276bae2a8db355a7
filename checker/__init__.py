"""Finds figures in news that do not fit together, and shows the working."""

__version__ = "0.1.0"
