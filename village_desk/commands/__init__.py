"""What a user can do: functions `(Session, …) -> Changes`, each one unit of work."""
