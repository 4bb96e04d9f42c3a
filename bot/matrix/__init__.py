"""Matrix: the only package that knows the library. What leaves it are plain values (batch.py) and a Wire (wire.py)."""
