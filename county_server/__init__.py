"""The county server: accounts, enrolment, the order of all changes, and what each desk may see of it.

It imports `village_desk` (kinds, rights, tables, change bodies) and `sync` (messages and merging), and has
a store of its own. Start reading at `service.answer`: one request of one desk, from bytes to bytes.
"""
