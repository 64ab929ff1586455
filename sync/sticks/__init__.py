"""By stick instead of by line: what is written, carried and read; the file itself is `sync.bundle`."""
