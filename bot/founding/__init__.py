"""Founding a council on a homeserver: what `radslag init` asks, makes and writes."""
