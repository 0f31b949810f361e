"""What editors do: edit, unlock, accept, reject, merge, split, tell apart, find evidence, set a day, withdraw, undo.

Each is one transaction and leaves a Decision. `editor` is a user, or the plain name of somebody without an account.
Whatever an editor decides on an event also pins its mentions to it, so that reading again and new articles leave them
where the editor saw them.
"""

from .actors import (
    ABOUT_ACTOR,
    drop_name,
    edit_actor,
    keep_name,
    make_actor,
    merge_actors,
    naming_mentions,
    shared_events,
    split_actor,
    tell_actors_apart,
    why_actors_not_merged,
)
from .deciding import NotPossible
from .events import EDITABLE, accept, add_evidence, edit, make_event, reject, unlock
from .evidence import Words, find_words
from .merging import GONE, KEEP, collisions, merge, split, tell_apart, why_not_merged
from .sources import ABOUT_SOURCE, edit_source, put_back, send_in, set_day, take_in, try_again, withdraw
from .undoing import undo

__all__ = [
    "ABOUT_ACTOR",
    "ABOUT_SOURCE",
    "EDITABLE",
    "GONE",
    "KEEP",
    "NotPossible",
    "Words",
    "accept",
    "add_evidence",
    "collisions",
    "drop_name",
    "edit",
    "edit_actor",
    "edit_source",
    "find_words",
    "keep_name",
    "make_actor",
    "make_event",
    "merge",
    "merge_actors",
    "naming_mentions",
    "put_back",
    "reject",
    "send_in",
    "set_day",
    "shared_events",
    "split",
    "split_actor",
    "take_in",
    "tell_actors_apart",
    "tell_apart",
    "try_again",
    "undo",
    "unlock",
    "why_actors_not_merged",
    "why_not_merged",
    "withdraw",
]
