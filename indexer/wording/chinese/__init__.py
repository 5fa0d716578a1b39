"""The messages in Chinese, one module a topic."""
