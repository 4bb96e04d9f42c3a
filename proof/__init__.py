"""The bot's promises, put to the test with faults, beside runs without its protections that must be found wanting."""
