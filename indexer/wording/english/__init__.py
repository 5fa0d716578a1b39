"""The messages in English, one module a topic."""
