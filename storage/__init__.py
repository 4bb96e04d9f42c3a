"""What is kept. One file for each thing kept: its table and its collection."""
