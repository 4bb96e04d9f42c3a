"""What a person can say to the bot. Every module here is discovered; a new command edits none of them."""

from commands.catalogue import Catalogue, catalogue

__all__ = ["Catalogue", "catalogue"]
