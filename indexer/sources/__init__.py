"""Source files: which there are, how they are opened, their encoding and lines, and their state."""
