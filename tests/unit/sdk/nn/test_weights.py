from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load as load_safetensors

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import CONFIG, WEIGHTS, load_config, load_weights, pack, save_model, unpack

ARRAYS = {"layer.weight": np.array([[1.5, -2.0], [0.25, 3.0]], np.float32), "steps": np.array(7)}
SHAPES = {"layer.weight": (2, 2), "steps": ()}


@pytest.mark.parametrize("precision", ["fp16", "bf16", "fp32"])
def test_a_saved_model_comes_back(tmp_path: Path, precision: str) -> None:
    save_model(tmp_path / "model", ARRAYS, {"hidden": 2, "title": "日本"}, precision=precision)  # type: ignore[arg-type]
    loaded = load_weights(tmp_path / "model", SHAPES)
    assert loaded["layer.weight"].dtype == np.float32
    assert np.array_equal(loaded["layer.weight"], ARRAYS["layer.weight"])  # exact in every precision
    assert loaded["steps"] == 7
    assert load_config(tmp_path / "model") == {"hidden": 2, "title": "日本"}


def test_others_can_read_the_file() -> None:
    assert np.array_equal(load_safetensors(pack(ARRAYS))["layer.weight"], ARRAYS["layer.weight"])


def test_bfloat16_rounds_to_nearest() -> None:
    found = unpack(pack({"x": np.array([1.00390625, 1.012, np.nan, -np.inf], np.float32)}, precision="bf16"))[
        "x"
    ]
    assert found[0] == 1.0  # half way: to even
    assert found[1] == np.float32(1.015625)
    assert np.isnan(found[2])
    assert found[3] == -np.inf


def test_saving_leaves_nothing_beside_the_model(tmp_path: Path) -> None:
    save_model(tmp_path, ARRAYS, {})
    save_model(tmp_path, ARRAYS, {})
    assert sorted(path.name for path in tmp_path.iterdir()) == [CONFIG, WEIGHTS]


@pytest.mark.parametrize(
    ("shapes", "tensor"),
    [
        ({"layer.weight": (2, 3), "steps": ()}, "layer.weight"),
        ({"layer.weight": (2, 2)}, "steps"),
        ({**SHAPES, "head.bias": (4,)}, "head.bias"),
    ],
)
def test_a_wrong_tensor_is_named(tmp_path: Path, shapes: dict[str, tuple[int, ...]], tensor: str) -> None:
    save_model(tmp_path, ARRAYS, {})
    with pytest.raises(BadModel, match=tensor) as raised:
        load_weights(tmp_path, shapes)
    assert str(tmp_path) in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"\x00" * 40, b"\xff" * 64, pack(ARRAYS)[:-3]])
def test_damaged_weights_are_refused(tmp_path: Path, content: bytes) -> None:
    save_model(tmp_path, ARRAYS, {})
    (tmp_path / WEIGHTS).write_bytes(content)
    with pytest.raises(BadModel, match="damaged"):
        load_weights(tmp_path, SHAPES)


@given(st.binary(max_size=200))
def test_random_bytes_are_no_weights(content: bytes) -> None:
    try:
        unpack(content)
    except ValueError:
        return
    assert unpack(content) == {}


@pytest.mark.parametrize("content", ["", "[1]", "{", "\ud800"])
def test_a_damaged_config_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / CONFIG).write_bytes(content.encode("utf-8", "surrogatepass"))
    with pytest.raises(BadModel, match=CONFIG):
        load_config(tmp_path)


def test_an_empty_folder_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(BadModel, match="is no model"):
        load_config(tmp_path)
    with pytest.raises(BadModel, match="is no model"):
        load_weights(tmp_path, SHAPES)
