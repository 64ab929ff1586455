"""What stands before the work: first start, unlock, lock. Gates have no desk: nothing is open yet."""
