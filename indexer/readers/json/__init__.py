"""JSON Lines, and a file that is one array of records."""
