"""What posts look like, whichever command or day makes them: a case, the agenda, the minutes, a share in lines."""
