"""Sentences of errors between desk and county, in the three parts of `trouble_table`."""

from village_desk.i18n import N_

NOTHING_LOST = N_("sentences", "Nothing is lost.")
SAVED_HERE = N_("sentences", "Everything is saved here and is sent later.")
NOT_SENT = N_("sentences", "Everything is saved here, but not yet with the county.")
CALL = N_("sentences", "Ask the township judicial office for help and show this sentence.")
RETRY = N_("sentences", "The program tries again by itself.")
UPDATE = N_("sentences", "Install the newest program.")
"""Parts that many sentences share."""

SYNC_TROUBLES: dict[str, tuple[str, ...]] = {
    # The county
    "sync.offline": (N_("sentences", "The county cannot be reached."), SAVED_HERE, RETRY),
    "sync.timeout": (N_("sentences", "The county did not answer in time."), SAVED_HERE, RETRY),
    "sync.busy": (N_("sentences", "The county is busy."), SAVED_HERE, RETRY),
    "sync.server": (N_("sentences", "The county's server has failed."), SAVED_HERE, RETRY),
    "sync.refused": (N_("sentences", "The county did not accept what was sent."), NOT_SENT, CALL),
    "sync.nonsense": (
        N_("sentences", "Something answers that is not the county, perhaps a login page of the network."),
        SAVED_HERE,
        N_("sentences", "Log in to the network, then sync again."),
    ),
    "sync.tls": (
        N_("sentences", "The connection to the county is not secured as it should be."),
        SAVED_HERE,
        N_("sentences", "Check the address, and the date of this PC."),
    ),
    "sync.tls_expired": (
        N_("sentences", "By the date of this PC the county's certificate holds no more."),
        SAVED_HERE,
        N_(
            "sentences",
            "Check the date of this PC; if it is right, tell the county to renew the certificate.",
        ),
    ),
    "sync.tls_early": (
        N_("sentences", "By the date of this PC the county's certificate does not hold yet."),
        SAVED_HERE,
        N_("sentences", "The date of this PC is probably wrong: set date and time."),
    ),
    "sync.tls_name": (
        N_("sentences", "The certificate that was shown is of another address than the county's."),
        SAVED_HERE,
        N_("sentences", "Check the address; if it is right, tell the county."),
    ),
    "sync.tls_stranger": (
        N_("sentences", "Whoever answers cannot prove to be the county: the certificate is another one."),
        SAVED_HERE,
        N_("sentences", "Nothing was sent. Try another network; if it stays so, tell the county."),
    ),
    "sync.clock": (
        N_("sentences", "The clock of this PC is wrong."),
        SAVED_HERE,
        N_("sentences", "Set date and time."),
    ),
    "sync.revoked": (N_("sentences", "The county has withdrawn this PC."), NOT_SENT, CALL),
    "sync.code": (
        N_("sentences", "This enrolment code is wrong, used or too old."),
        NOTHING_LOST,
        N_("sentences", "Ask the county for a new one."),
    ),
    "sync.version": (N_("sentences", "This program is too old for the county."), NOT_SENT, UPDATE),
    "sync.absent": (
        N_("sentences", "The county does not have this."),
        NOTHING_LOST,
        N_("sentences", "It may still be on its way from another PC."),
    ),
    "sync.too_large": (
        N_("sentences", "This is too large to be sent."),
        NOT_SENT,
        N_("sentences", "Attach a smaller picture."),
    ),
    "sync.address": (
        N_("sentences", "This is not an address of a county server."),
        NOTHING_LOST,
        N_("sentences", "It begins with https://."),
    ),
    "sync.not_enrolled": (
        N_("sentences", "This PC is not enrolled with a county yet."),
        N_("sentences", "Everything is saved here."),
        N_("sentences", "Ask the county for an enrolment code."),
    ),
    "sync.unknown": (
        N_("sentences", "This PC was enrolled after the backup from which the county was restored."),
        N_("sentences", "Everything you have written is still here."),
        N_("sentences", "Ask the county for a new code and enrol this PC again."),
    ),
    "sync.stopped": (N_("sentences", "The sync was stopped."), SAVED_HERE),
    "sync.enrolled": (
        N_("sentences", "This PC is enrolled already."),
        NOTHING_LOST,
        N_("sentences", "Ask the county before it is enrolled anew."),
    ),
    "sync.not_county": (
        N_("sentences", "Whoever answered does not know this enrolment code."),
        NOTHING_LOST,
        N_("sentences", "Check the address and the code letter by letter."),
    ),
    "sync.other_unit": (
        N_("sentences", "This code belongs to another room than this PC's."),
        NOTHING_LOST,
        N_("sentences", "Ask the county for a code of your own room."),
    ),
    "sync.other_county": (
        N_("sentences", "This code belongs to another county than this PC's."),
        NOTHING_LOST,
        N_("sentences", "Ask your own county for a code."),
    ),
    "sync.grant": (
        N_("sentences", "A permission the county sent is not signed by the county."),
        NOT_SENT,
        CALL,
    ),
    "sync.fork": (
        N_(
            "sentences",
            "The county holds other work of this PC: the desk file was copied, or an old copy came back.",
        ),
        NOT_SENT,
        N_("sentences", "This PC goes on as one of its own with the next sync; work on one copy only."),
    ),
    "sync.restored": (
        N_("sentences", "The county was restored from a backup and lacks what it had received."),
        NOT_SENT,
        CALL,
    ),
    "sync.log_rewritten": (
        N_("sentences", "The county's log is not the one it showed this PC before: it was cut or rewritten."),
        N_(
            "sentences",
            "Everything is saved here, and both signed states of the county are kept as evidence.",
        ),
        CALL,
    ),
    "sync.log_unproved": (
        N_("sentences", "The county does not prove what its log holds."),
        NOT_SENT,
        CALL,
    ),
    "sync.receipt": (
        N_("sentences", "The receipt is not signed by the county."),
        NOT_SENT,
        CALL,
    ),
    "sync": (N_("sentences", "The sync did not succeed ({code})."), NOT_SENT, CALL),
    "county": (N_("sentences", "The county server could not do this ({code})."), NOTHING_LOST, CALL),
}
