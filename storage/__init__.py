"""What is kept: tables, collections and the one transaction that all of them share."""
