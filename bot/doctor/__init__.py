"""`radslag doctor`: looks at everything that a council's bot needs, changes nothing, and says what is to be mended."""
