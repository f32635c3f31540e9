"""Evaluates a form's relations over the figures and returns findings."""
