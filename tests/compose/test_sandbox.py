"""Templates come from colleagues and the web: whatever they try ends at once with a message and its place."""

from __future__ import annotations

import pytest

from drafting.compose import environment
from tests.compose.refusing import refused

MAX_STEPS = 20_000


@pytest.fixture(autouse=True)
def _few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is lower than for people, so that reaching it takes no time."""
    monkeypatch.setattr(environment, "MAX_STEPS", MAX_STEPS)


HERE = "speech.yaml:6:"


@pytest.mark.parametrize(
    "template",
    [
        "{{ t.__class__ }}",
        "{{ t.__class__.__mro__ }}",
        "{{ t['__class__'] }}",
        "{{ xs.__class__ }}",
        "{{ ''.__class__ }}",
        "{{ [].__class__ }}",
        "{{ (1).__class__ }}",
        "{{ t|attr('__class__') }}",
        "{{ t|map(attribute='__class__')|list }}",
        "{{ t.raw }}",
        "{{ t.spans }}",
        "{{ t.path }}",
        "{{ xs.entries }}",
        "{{ rows[0].cells }}",
        "{{ house.house }}",
        "{{ house.asks }}",
        "{{ loop }}",
        "{{ t.get('raw') }}",
        "{{ xs.__iter__() }}",
        "{{ t.upper() }}",
        "{{ '甲'.upper() }}",
        "{{ '{0.__class__}'.format(t) }}",
        "{{ '%s'|format(t) }}",
        "{{ '%s' % t }}",
        "{{ self }}",
        "{{ self.__init__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__ }}",
        "{{ joiner() }}",
        "{{ namespace() }}",
        "{{ range(10) }}",
        "{{ lipsum() }}",
        "{{ dict() }}",
        "{{ _tick }}",
        "{{ _tick.left }}",
        "{{ _choose }}",
        "{{ _choose('a', ['b']) }}",
        "{% set _tick = t %}",
        "{% for _tick in xs %}{% endfor %}",
        "{% macro _tick() %}{% endmacro %}",
        "{{ [].append(1) }}",
        "{{ {}.update(a=1) }}",
        "{{ xs.sort() }}",
        "{% set house = t %}",
        "{% macro house() %}{% endmacro %}",
        "{{ t|safe }}",
        "{{ t|tojson }}",
        "{{ t|pprint }}",
        "{{ t is callable }}",
        "{{ t is sameas t }}",
        "{{ t is filter('cn') }}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% extends 'x' %}",
        "{% block x %}{% endblock %}",
        "{% include 'x' %}",
        "{% include t %}",
        "{% include ['x', 'y'] ignore missing %}",
        "{% do t %}",
        "{% debug %}",
        "{% trans %}甲{% endtrans %}",
    ],
)
def test_nothing_behind_the_facts_is_reached(template: str) -> None:
    assert refused(template).startswith(HERE)
