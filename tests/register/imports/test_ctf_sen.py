"""SENhistory of a Common Transfer File: dated statuses, ranked needs, and how they may contradict each other."""

import datetime

from register.imports.records import Need, StatusPeriod

from .files import ctf, ctf_pupil, parked, read, warned

D = datetime.date


def sen(*spells: str, needs: str = "") -> str:
    return f"<SENhistory>{''.join(spells)}<SENneeds>{needs}</SENneeds></SENhistory>"


def spell(provision: str, start: str = "", end: str = "") -> str:
    return f"<SEN>{start and f'<StartDate>{start}</StartDate>'}{end and f'<EndDate>{end}</EndDate>'}<SENprovision>{provision}</SENprovision></SEN>"


def need(code: str, rank: int | str = 1, start: str = "", end: str = "") -> str:
    dates = (start and f"<NeedStartDate>{start}</NeedStartDate>") + (
        end and f"<NeedEndDate>{end}</NeedEndDate>"
    )
    return f"<SENneed>{dates}<SENtypeRank>{rank}</SENtypeRank><SENtype>{code}</SENtype></SENneed>"


def only_pupil(text: str | bytes):
    found = read(text)
    (pupil,) = found.records
    return pupil


def test_a_history_without_gaps():
    history = sen(
        spell("E", "2024-02-12"),
        spell("K", "2021-11-08"),
        needs=need("SEMH", 2, "2023-01-16") + need("SLCN", 1, "2021-11-08"),
    )
    pupil = only_pupil(ctf(ctf_pupil(more=history)))
    assert pupil.sen_history == (
        StatusPeriod("K", D(2021, 11, 8), D(2024, 2, 12)),
        StatusPeriod("E", D(2024, 2, 12)),
    )
    assert (pupil.sen_status, pupil.sen_status_since) == ("E", D(2024, 2, 12))
    assert pupil.needs == (Need("SLCN", 1, D(2021, 11, 8)), Need("SEMH", 2, D(2023, 1, 16)))


def test_an_ended_status_is_followed_by_none():
    pupil = only_pupil(
        ctf(
            ctf_pupil(
                more=sen(spell("K", "2021-11-08", "2022-07-31"), spell("K", "2023-09-01", "2024-07-31"))
            )
        )
    )
    assert pupil.sen_history == (
        StatusPeriod("K", D(2021, 11, 8), D(2022, 8, 1)),
        StatusPeriod("N", D(2022, 8, 1), D(2023, 9, 1)),
        StatusPeriod("K", D(2023, 9, 1), D(2024, 8, 1)),
        StatusPeriod("N", D(2024, 8, 1)),
    )


def test_an_end_still_to_come_and_an_overlap():
    pupil = only_pupil(
        ctf(
            ctf_pupil(
                more=sen(spell("K", "2021-11-08", "2025-01-01"), spell("E", "2024-02-12", "2027-08-31"))
            )
        )
    )
    assert pupil.sen_history == (
        StatusPeriod("K", D(2021, 11, 8), D(2024, 2, 12)),
        StatusPeriod("E", D(2024, 2, 12)),
    )


def test_legacy_codes_become_todays_and_neighbours_join():
    found = read(
        ctf(
            ctf_pupil(
                more=sen(
                    spell("A", "2012-01-01"),
                    spell("P", "2013-01-01"),
                    spell("S", "2014-01-01"),
                    spell("E", "2015-09-01"),
                )
            ).replace("2015-03-09", "2007-03-09")
        )
    )
    (pupil,) = found.records
    assert pupil.sen_history == (
        StatusPeriod("K", D(2012, 1, 1), D(2014, 1, 1)),
        StatusPeriod("E", D(2014, 1, 1)),
    )
    assert warned(found, 1) == {"legacy_status"}


def test_of_two_statuses_from_one_day_the_later_in_the_file_counts():
    pupil = only_pupil(ctf(ctf_pupil(more=sen(spell("K", "2021-11-08"), spell("E", "2021-11-08")))))
    assert pupil.sen_history == (StatusPeriod("E", D(2021, 11, 8)),)


def test_a_status_without_a_date():
    pupil = only_pupil(ctf(ctf_pupil(more=sen(spell("K")))))
    assert (pupil.sen_history, pupil.sen_status_since) == ((StatusPeriod("K", None),), None)


def test_many_entries_and_needs():
    spells = [spell("KE"[year % 2], f"20{year}-01-01") for year in range(16, 26)]
    pupil = only_pupil(
        ctf(
            ctf_pupil(
                more=sen(
                    *spells,
                    needs="".join(
                        need("SLCN", 1, f"20{year}-01-01", f"20{year}-12-31") for year in range(16, 26)
                    ),
                )
            )
        )
    )
    assert len(pupil.sen_history) == 10
    assert all(
        one.until == following.since
        for one, following in zip(pupil.sen_history, pupil.sen_history[1:], strict=False)
    )
    assert len(pupil.needs) == 10
    assert pupil.needs[0].until == D(2017, 1, 1)


def test_a_need_that_is_open_twice_counts_once():
    pupil = only_pupil(
        ctf(
            ctf_pupil(
                more=sen(
                    spell("K", "2021-11-08"),
                    needs=need("SLCN", 1, "2023-01-01") + need("SLCN", "x", "2021-11-08"),
                )
            )
        )
    )
    assert pupil.needs == (Need("SLCN", 2, D(2021, 11, 8)),)


def test_needs_left_open_after_sen_ended_end_with_it():
    found = read(
        ctf(
            ctf_pupil(
                more=sen(
                    spell("K", "2021-11-08"), spell("N", "2024-09-01"), needs=need("SLCN", 1, "2021-11-08")
                )
            )
        )
    )
    assert found.records[0].needs == (Need("SLCN", 1, D(2021, 11, 8), D(2024, 9, 1)),)
    assert warned(found, 1) == {"needs_ended"}


def test_a_need_of_a_pupil_who_never_had_sen_is_parked():
    assert parked(read(ctf(ctf_pupil(more=sen(spell("N", "2021-11-08"), needs=need("ASD"))))), 1) == {
        "need_without_sen"
    }


def test_besd_in_a_transfer_file_waits_for_a_decision():
    text = ctf(ctf_pupil(more=sen(spell("K", "2021-11-08"), needs=need("BESD", 1))))
    assert parked(read(text), 1) == {"retired_need"}
    assert [each.code for each in read(text, need_choices={"BESD": "SEMH"}).records[0].needs] == ["SEMH"]
