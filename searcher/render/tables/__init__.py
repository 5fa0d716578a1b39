"""Results as tables: delimited text and workbooks."""
