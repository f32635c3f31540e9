"""Wires the window to everything it needs."""
