"""How a draft is put together around its story."""
