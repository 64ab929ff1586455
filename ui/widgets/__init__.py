"""Widgets that pages are put together from; none of them knows the store."""
