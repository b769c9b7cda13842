"""The roof: settings, addresses, and how the product is started."""
