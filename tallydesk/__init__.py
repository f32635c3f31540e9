"""tallydesk: count a polling station's ballots, check the figures, sign the protocol."""

__version__ = "0.1.0"
"""The one place of the number: asking the installed package for it would slow every start."""
