"""The number of this version, here alone: asking the installed package would slow every start."""

VERSION = "0.1.0"
