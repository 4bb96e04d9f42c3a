"""From a line that somebody typed to the function that is declared for it."""
