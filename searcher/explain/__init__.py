"""What a query means, what each clause finds, and why a query finds nothing."""
