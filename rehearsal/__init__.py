"""The council's month, played on a real homeserver: for the demo, the end-to-end tests and the measurements."""
