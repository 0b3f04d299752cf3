"""YAML files of rules and claim kinds, read so that every complaint names its file and line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.claims.known import known

if TYPE_CHECKING:
    import yaml
    from pydantic import BaseModel

Model = TypeVar("Model", bound="BaseModel")


#: What to say where a rule has no examples, by the key that is missing or empty.
EXAMPLES = {
    "bad": "key 'bad': a rule needs a text in which it finds something, the wrong figure between [[ and ]]: "
    'bad: [{text: "It sold 3 of 2 [[cars]]."}]',
    "good": "key 'good': a rule needs a text in which it finds nothing, at best one that is nearly wrong: "
    "good: [{text: It sold 2 of 3 cars.}]",
}
#: How deep a file may nest; the rules' own format needs five.
DEEPEST = 20


class BadRule(Exception):
    """A rule or claim kind that cannot be used: file, line, reason."""

    def __init__(self, path: Path | str, line: int | None, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.path = str(path)
        self.line = line
        self.reason = reason


class Known:
    """What a model said when it was last read, by its own names; what is not kept of it is read anew."""

    def __init__(self, plain: dict[str, Any], read: Callable[[], Any]) -> None:
        for name, value in plain.items():  # the causes of a rule are models too
            parts = isinstance(value, tuple) and value and isinstance(value[0], dict)
            self.__dict__[name] = tuple(SimpleNamespace(**part) for part in value) if parts else value
        self._read = read

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        self.__dict__.update(vars(self._read()))
        return self.__dict__[name]


class Source:
    """One YAML file: its data, and the line of every key."""

    def __init__(self, path: Path, *, empty: bool = False, plain: dict[str, Any] | None = None) -> None:
        """`empty`: a file that says nothing, comments apart, is an empty mapping. `plain`: of a file of the package,
        which its tests look at, what its model said when it was last read; its phrases are compiled when needed.
        """
        self.path = path
        self.shipped = plain is not None
        self._plain = plain
        self._empty = empty
        if not self.shipped:
            _ = self.data

    @cached_property
    def data(self) -> Any:
        try:
            return self._parsed(self.path.read_text(encoding="utf-8"))
        except OSError as problem:
            raise BadRule(self.path, None, problem.strerror or str(problem)) from None
        except UnicodeDecodeError as problem:
            raise BadRule(self.path, None, f"not UTF-8: {problem.reason} at byte {problem.start}") from None

    def _parsed(self, text: str) -> Any:
        import yaml

        try:
            self._plain_enough(text)
            loader = yaml.CSafeLoader(text)
            node = loader.get_single_node()
            data = loader.construct_document(node) if node is not None else None
        except yaml.MarkedYAMLError as problem:
            mark = problem.problem_mark or problem.context_mark
            raise BadRule(self.path, mark.line + 1 if mark else None, problem.problem or str(problem)) from None
        except yaml.YAMLError as problem:
            raise BadRule(self.path, None, str(problem)) from None
        if self._empty and data is None:
            data = {}
        if not isinstance(data, dict):
            raise BadRule(self.path, 1, "not a mapping of keys to values")
        self._no_key_twice(node)
        return data

    def _plain_enough(self, text: str) -> None:
        """An alias in an alias makes a few lines a gigabyte, and brackets in brackets a stack that overflows."""
        import yaml

        depth = 0
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            line = event.start_mark.line + 1 if event.start_mark else None
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if isinstance(event, yaml.AliasEvent):
                reason = f"alias '*{event.anchor}': aliases are not allowed here, write it out"
                raise BadRule(self.path, line, reason)
            if depth > DEEPEST:
                raise BadRule(self.path, line, f"nested more than {DEEPEST} deep")

    def _no_key_twice(self, node: yaml.Node | None) -> None:
        """YAML lets the last of two equal keys win; a rule that is written twice is a mistake."""
        import yaml

        if isinstance(node, yaml.MappingNode):
            seen: set[str] = set()
            for key, value in node.value:
                if isinstance(key, yaml.ScalarNode) and key.value in seen:
                    raise BadRule(self.path, key.start_mark.line + 1, f"key {key.value!r} stands twice")
                seen.add(str(key.value))
                self._no_key_twice(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                self._no_key_twice(item)

    def line(self, location: Sequence[str | int]) -> int:
        """The 1-based line of a key or item, or of the closest thing above it that is there."""
        import yaml

        node = yaml.compose(self.path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        line = 1
        for step in location:
            if isinstance(node, yaml.MappingNode):
                found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
                if found is None:
                    break
                line, node = found[0].start_mark.line + 1, found[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
                line = node.start_mark.line + 1
            else:
                break
        return line

    def bad(self, location: Sequence[str | int], reason: str) -> BadRule:
        """The error for something in this file."""
        return BadRule(self.path, self.line(location), reason)

    def model(self, place: str) -> Any:
        """The data as the model at "module:attribute", or the plain data of an earlier reading with its attributes."""
        module, _, name = place.partition(":")

        def read() -> Any:
            found: type[BaseModel] = getattr(import_module(module), name)
            return self.load(found)

        return read() if self._plain is None else Known(self._plain, read)

    def load(self, model: type[Model]) -> Model:
        """The data as a model; what the model refuses is a BadRule with the line of the key."""
        from pydantic import ValidationError

        try:
            return model.model_validate(self.data)
        except ValidationError as problem:
            errors = problem.errors()  # a mistyped key is the cause of the key that is missing
            first = next((error for error in errors if error["type"] == "extra_forbidden"), errors[0])
            where = ".".join(str(step) for step in first["loc"])
            if first["type"] == "extra_forbidden":
                keys = [field.alias or name for name, field in model.model_fields.items()]
                reason = f"unknown key {where!r}" + (known(where, keys) if len(first["loc"]) == 1 else "")
            elif first["loc"] in (("bad",), ("good",)):
                reason = EXAMPLES[first["loc"][0]]
            elif first["type"] == "missing":
                reason = f"key {where!r} is missing"
            else:
                given = f", not {first['input']!r}" if isinstance(first["input"], str | int | float) else ""
                reason = f"{where}: {first['msg'].removeprefix('Value error, ')}{given}"
            raise self.bad(first["loc"], reason) from None
