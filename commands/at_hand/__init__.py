"""Which meeting, agenda or time is meant, when people leave it to be understood."""
