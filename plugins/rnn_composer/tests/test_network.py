from pathlib import Path

import numpy as np
import pytest
import torch
from composer_toys import toy_piece

from artstudio.sdk import BadModel
from artstudio.sdk.nn.weights import save_model
from artstudio_rnn_composer import model
from artstudio_rnn_composer.sampling import Listener, NumpyNetwork, TorchNetwork, open_network
from artstudio_rnn_composer.shape import Shape, load_arrays
from artstudio_rnn_composer.training import Reader, stream_of


def test_single_steps_equal_the_whole_network(toy_model: Path) -> None:
    whole = model.load(toy_model).eval()
    stream = stream_of(toy_piece())
    with torch.no_grad():
        expected, _ = whole(
            *(torch.from_numpy(part[None]) for part in (stream.token, stream.latest, stream.hint))
        )
    for network in (NumpyNetwork(load_arrays(toy_model)), TorchNetwork(toy_model, "cpu")):
        listener = Listener(network)
        for i, token in enumerate(stream.token.tolist()):
            listener.hear(token)
            assert np.allclose(listener.scores, expected[0, i].numpy(), atol=1e-5)


def test_priming_with_a_long_tune_hears_its_end(toy_model: Path) -> None:
    tokens = stream_of(toy_piece(200)).token.tolist()
    listener, other = (Listener(open_network(toy_model, "cpu")) for _ in range(2))
    listener.prime(tokens)
    other.prime([*tokens[:3], *tokens[-5000:]])
    assert np.allclose(listener.scores, other.scores)


def test_a_copied_listener_goes_its_own_way(toy_model: Path) -> None:
    tokens = stream_of(toy_piece()).token.tolist()
    listener = Listener(open_network(toy_model, "cpu"))
    listener.prime(tokens[:20])
    before = listener.scores.copy()
    listener.copy().prime(tokens[20:40])
    assert np.array_equal(listener.scores, before)
    twin = listener.copy()
    twin.hear(tokens[20])
    listener.hear(tokens[20])
    assert np.array_equal(listener.scores, twin.scores)


def test_a_model_of_wrong_shapes_is_refused(tmp_path: Path) -> None:
    arrays = {name: np.zeros(shape, np.float32) for name, shape in Shape(16, 16).tensors().items()}
    save_model(tmp_path, arrays, {"format": 1, "hidden": 32, "width": 16})
    with pytest.raises(BadModel, match=r"first\.bias_hh_l0"):
        open_network(tmp_path, "cpu")
    for config in ({}, {"format": 2, "hidden": 16, "width": 16}, {"format": 1, "hidden": 10**9, "width": 16}):
        save_model(tmp_path, arrays, config)
        with pytest.raises(BadModel):
            open_network(tmp_path, "cpu")


def test_the_declared_shapes_are_the_networks() -> None:
    shape = Shape(24, 16)
    made = {name: tuple(tensor.shape) for name, tensor in model.Composer(shape).state_dict().items()}
    assert made == shape.tensors()


def test_the_reader_deals_every_piece_whole() -> None:
    pieces = [toy_piece(3, seed) for seed in range(4)]
    reader = Reader(pieces, rows=2, length=10, seed=1)
    heard: list[list[int]] = [[], []]
    for _ in range(60):
        token, _, _, target, fresh = reader.next()
        for row in range(2):
            if fresh[row]:
                heard[row].append(0)
            counted = int((target[row] >= 0).sum())
            heard[row][-1] += counted
            assert (target[row, : counted - 1] == token[row, 1:counted]).all()
    lengths = {len(stream_of(piece.with_parts(parts)).token) - 1 for piece in pieces for parts in (1, 2, 3)}
    assert {count for row in heard for count in row[:-1]} <= lengths


def test_the_reader_goes_on_where_it_was() -> None:
    pieces = [toy_piece(3, seed) for seed in range(4)]
    reader, other = (Reader(pieces, rows=2, length=10, seed=seed) for seed in (1, 2))
    for _ in range(7):
        reader.next()
    other.restore(reader.state())
    for _ in range(20):
        for mine, theirs in zip(reader.next(), other.next(), strict=True):
            assert np.array_equal(mine, theirs)
