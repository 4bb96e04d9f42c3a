"""Several processes on one database, each at work for some of the councils, and never two for the same."""
