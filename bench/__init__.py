"""How fast the bot answers, and at what cost: measured beside a floor, on a real homeserver and on one of nothing."""
