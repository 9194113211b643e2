"""What happens in a history, as data: it can be read, kept as a test, and made shorter while it still breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from random import Random

Event = tuple[str, int]
"""What happens, and the seed of all that is left to chance in it."""

LATEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Round:
    """From one draft to the next. hands: edits in the file; fate: what becomes of the file; facts: changes in them."""

    hands: tuple[Event, ...] = ()
    fate: tuple[Event, ...] = ()
    facts: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A history. example: the name of its first facts file."""

    example: str
    rounds: tuple[Round, ...]

    def __str__(self) -> str:
        rounds = ",\n".join([f"    {round_}" for round_ in self.rounds])
        return f"Plan({self.example!r}, (\n{rounds},\n))"


@dataclass(frozen=True, slots=True)
class Ways:
    """What may happen, by name: a name that stands there twice happens twice as often."""

    examples: tuple[str, ...]
    hands: tuple[str, ...]
    things: tuple[str, ...]
    fates: tuple[str, ...]
    facts: tuple[str, ...]


def planned(seed: int, ways: Ways) -> Plan:
    """The history of a seed: 1 to 4 rounds of up to 20 edits and 5 changed facts."""
    random = Random(seed)
    example = random.choice(ways.examples)

    def events(names: tuple[str, ...], number: int) -> tuple[Event, ...]:
        return tuple([(random.choice(names), random.randrange(LATEST)) for _event in range(number)])

    def hands() -> tuple[Event, ...]:
        found: tuple[Event, ...] = ()
        for _edit in range(random.randint(0, 20)):
            found += events(ways.things if random.random() < 0.25 else ways.hands, 1)
        return found

    rounds = [
        Round(hands(), events(ways.fates, random.random() < 0.4), events(ways.facts, random.randint(0, 5)))
        for _round in range(random.randint(1, 4))
    ]
    return Plan(example, tuple(rounds))


def shortened(plan: Plan, breaks: Callable[[Plan], bool]) -> Plan:
    """The plan without all that it does not need to break."""
    tried = True
    while tried:
        tried = False
        for shorter in _shorter(plan):
            if breaks(shorter):
                plan, tried = shorter, True
                break
    return plan


def _shorter(plan: Plan) -> Iterator[Plan]:
    """The plan with a part of it left out, large ones first."""
    rounds = plan.rounds
    for place in reversed(range(len(rounds))):
        if len(rounds) > 1:
            yield replace(plan, rounds=rounds[:place] + rounds[place + 1 :])
    for size in (8, 3, 1):
        for place, round_ in enumerate(rounds):
            for name in ("hands", "facts", "fate"):
                events = getattr(round_, name)
                for at in range(0, len(events), size):
                    less = replace(round_, **{name: events[:at] + events[at + size :]})
                    if size == 1 or len(events) >= size:
                        yield replace(plan, rounds=(*rounds[:place], less, *rounds[place + 1 :]))
