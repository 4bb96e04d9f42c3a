"""Backup sets: all that the bot knows at one moment, encrypted, made and verified and restored as one.

A set holds the records and each council's identity; never an encryption store, never the master secret. The keys that
cases' words are sealed under lie apart, in the keyring beside the sets, which each backup writes anew: whoever keeps
only the newest keyring cannot read what was destroyed since, in any set however old.
"""
