"""What people of the county do with a browser: pages made on the server, plain forms, no scripts.

`signing_in` knows who is there, `journal` keeps what they did, `pages` makes the pages and guards them; each
other module is one part of the county's work. The texts stand in `resources/county`.
"""
