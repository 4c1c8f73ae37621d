from artstudio_transformer_writer.forms import FORMS, EnglishForm, ballad, faults
from artstudio_transformer_writer.rhyme_zh import Rhymes

QUIET_NIGHT = "五绝|静夜思\n床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n"
WUJUE = FORMS["wujue"]
SONNET = """Lo! as a careful housewife runs to catch
One of her feather’d creatures broke away,
Sets down her babe and makes all swift dispatch
In pursuit of the thing she would have stay,
Whilst her neglected child holds her in chase,
Cries to catch her whose busy care is bent
To follow that which flies before her face,
Not prizing her poor infant’s discontent;
So runn’st thou after that which flies from thee,
Whilst I thy babe chase thee afar behind;
But if thou catch thy hope, turn back to me,
And play the mother’s part, kiss me, be kind:
So will I pray that thou mayst have thy “Will,”
If thou turn back, and my loud crying still.
"""
DEATH = """Because I could not stop for Death,
He kindly stopped for me;
The carriage held but just ourselves
And immortality.
"""


def test_a_famous_quatrain_keeps_its_form() -> None:
    assert faults(QUIET_NIGHT, WUJUE) == []
    assert faults(QUIET_NIGHT.partition("\n")[2], WUJUE) == []


def test_faults_of_chinese_verse_are_said() -> None:
    assert faults(QUIET_NIGHT, FORMS["wulv"]) == ["4 lines, 8 are wanted"]
    assert faults(QUIET_NIGHT, FORMS["qijue"])[0] == "line 1 has 5 characters, 7 are wanted"
    assert faults(QUIET_NIGHT.replace("故乡", "故山"), WUJUE) == ["霜 山 do not rhyme"]
    assert faults(QUIET_NIGHT.replace("故乡", "故霜"), WUJUE) == ["a rhyme word comes twice: 霜 霜"]
    assert faults(QUIET_NIGHT.replace("，", "。"), WUJUE) == ["the couplets do not end with ， and 。"]
    assert faults(QUIET_NIGHT.replace("举头", "举A"), WUJUE) == [
        "line 3 holds what is no Chinese character: 举A望明月"
    ]
    assert faults("", WUJUE) == ["0 lines, 4 are wanted"]


def test_the_rhymes_that_were_learned_decide() -> None:
    rhymes = Rhymes({"霜": "霜山"}, frozenset({"霜"}), "a toy")
    assert faults(QUIET_NIGHT.replace("故乡", "故山"), WUJUE, rhymes) == []
    assert faults(QUIET_NIGHT, WUJUE, rhymes) == ["霜 乡 do not rhyme"]


def test_a_sonnet_and_a_ballad_keep_their_forms() -> None:
    assert faults(SONNET, FORMS["sonnet"]) == []
    assert faults(DEATH, ballad(1)) == []


def test_faults_of_english_verse_are_said() -> None:
    sonnet = FORMS["sonnet"]
    assert faults(SONNET.replace("careful", "very careful"), sonnet) == [
        "line 1 has 12 syllables, 10 are wanted: Lo! as a very careful housewife runs to catch"
    ]
    assert faults(SONNET.replace("bent", "hard"), sonnet) == ["hard and discontent do not rhyme"]
    assert faults(SONNET.replace("“Will,”", "still,"), sonnet) == [
        "still and still do not rhyme",
        "a rhyme word comes twice: still",
    ]
    assert faults(DEATH + "\n" + DEATH, ballad(1)) == ["stanzas of (4, 4) lines, (4,) are wanted"]
    assert faults(DEATH.replace("Death", "7"), ballad(1))[-1].startswith(
        "line 1 holds what is no English word"
    )
    assert faults("", ballad(1)) == ["stanzas of (1,) lines, (4,) are wanted"]


def test_the_verse_that_models_come_after_keeps_its_form() -> None:
    haiku = FORMS["haiku"]
    assert isinstance(haiku, EnglishForm)
    assert faults(haiku.primer, haiku) == []
    assert faults(ballad().primer, ballad(1)) == []
