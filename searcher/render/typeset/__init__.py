"""Text set in columns: display width, breaking of lines, tables, marks of highlighting."""
