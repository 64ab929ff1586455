"""What a page can ask: functions `(Session, …)` that return plain values and write nothing."""
