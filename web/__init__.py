"""The public window: what everybody may know of a council, as pages and feeds. Only reads; knows nobody."""
