"""Programs that rebuild committed data from published packages; the product does not need them."""
