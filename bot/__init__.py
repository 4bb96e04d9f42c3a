"""The running process: Matrix, the clock and the database wired to the rules."""

__version__ = "0.1.0"
