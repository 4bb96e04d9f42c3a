"""Other people's bots that answer the same trivial command: programs for their environments, not for ours."""
