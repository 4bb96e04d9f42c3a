"""What several commands do alike, and what a day does by itself: the course of a case, of an agenda, of a meeting."""
