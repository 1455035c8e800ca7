"""What provision costs: loading the facts, counting them, and laying them out for the pages and files."""
