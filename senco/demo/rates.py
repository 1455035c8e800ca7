"""How often things are, so that the demo school looks like a school. Sources: DfE, Special educational needs in England (January
2025 and 2026); Pupil absence in schools in England (autumn 2023/24). Percentages are of all pupils unless said otherwise."""

SUPPORT_PERCENT = {
    7: 14.5,
    8: 14.0,
    9: 13.5,
    10: 13.0,
    11: 12.5,
}  # SEN Support falls through secondary school
PLAN_PERCENT = {7: 3.8, 8: 3.8, 9: 3.8, 10: 3.8, 11: 3.8}
YEARS = tuple(SUPPORT_PERCENT)

BOYS = 0.51
FREE_MEALS = 0.257
PREMIUM_WITHOUT_MEALS = 0.05  # free meals at some time in the last six years
LOOKED_AFTER = 0.009
SERVICE = 0.012

# Boys are 71 % of pupils with a plan and 61 % of SEN Support; 43.8 % and 39.3 % of them have free school meals; 30 % of
# looked-after children have a plan and about as many SEN Support. As odds against everybody else:
ODDS_OF_PLAN = {
    "boy": (0.71 / BOYS) / (0.29 / (1 - BOYS)),
    "meals": (0.438 / 0.257) / (0.562 / 0.743),
    "additional": 0.7,
    "care": 14.0,
}
ODDS_OF_SUPPORT = {
    "boy": (0.61 / BOYS) / (0.39 / (1 - BOYS)),
    "meals": (0.393 / 0.257) / (0.607 / 0.743),
    "additional": 0.8,
    "care": 5.0,
}

# Primary need in secondary schools, per cent.
NEEDS_WITH_PLAN = {
    "ASD": 27.7, "SEMH": 19.4, "SLCN": 17.0, "MLD": 11.5, "SPLD": 7.4, "PD": 6.0, "OTH": 3.4, "HI": 3.1, "VI": 2.0, "SLD": 1.7,
    "DS": 0.4, "MSI": 0.4,
}  # fmt: skip
NEEDS_ON_SUPPORT = {
    "SEMH": 30.0, "SPLD": 22.0, "SLCN": 13.0, "MLD": 13.0, "ASD": 11.0, "OTH": 4.0, "PD": 2.0, "NSA": 2.0, "HI": 1.8, "VI": 1.0,
}  # fmt: skip
SECOND_NEED = {"N": 0.0, "K": 0.3, "E": 0.6}

# Absence: share of pupils missing 10 % or more; the mode of the others' absence; the mean beyond 10 % of those who miss more.
# Together they give the published means of 6.1, 10.3 and 12.4 % of sessions.
ABSENCE = {"N": (0.182, 0.8, 7.4), "K": (0.299, 2.0, 15.1), "E": (0.346, 2.6, 17.9)}

# What a pupil's record shows of the years here, as shares of those with the status today.
JOINED_WITH_SUPPORT = 0.55
JOINED_WITH_PLAN = 0.6
PLAN_AFTER_SUPPORT_HERE = 0.6  # of those who got their plan here: found and supported here first
LEFT_REGISTER = 0.03  # of pupils without SEN today
PLAN_CEASED = 0.02  # of pupils on SEN Support today

SIBLINGS = ((1, 78), (2, 18), (3, 4))  # children of one family at the school, weights
LEAVERS = 0.008  # pupils who left in the last two years, on top of those on roll
CONCERNS = 0.24  # concerns of two years for each pupil on roll
INVITED_PARENTS = {"N": 0.06, "K": 0.45, "E": 0.7}
