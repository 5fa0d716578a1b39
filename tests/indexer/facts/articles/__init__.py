"""Articles, web pages and pages of newspapers."""
