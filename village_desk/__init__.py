"""Village Desk: the rules of a village legal service room, without window, network or paper."""

VERSION = "0.1.0"
