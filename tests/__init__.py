"""Tests, one module for each topic of the code."""
