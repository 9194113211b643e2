"""Word files: layouts, writing a draft, its state. `word.read` and `word.finalise` take a file in and need lxml."""

from drafting.word.layout import Layout
from drafting.word.layout_file import read_layout
from drafting.word.parts import Properties
from drafting.word.state import State, sidecar_path, state_from_bytes, state_to_bytes, write_sidecar
from drafting.word.write import Writer

__all__ = [
    "Layout",
    "Properties",
    "State",
    "Writer",
    "read_layout",
    "sidecar_path",
    "state_from_bytes",
    "state_to_bytes",
    "write_sidecar",
]
