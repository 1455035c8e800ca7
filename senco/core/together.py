"""Several small tables read in one query, where a page needs a few rows of each and its queries are counted."""

from django.db.models import Model, QuerySet, Value
from django.db.models.functions import JSONObject

WHICH, ROW = "which_of_them", "whole_row"


def read_together(first: QuerySet, *others: QuerySet) -> list[list[Model]]:
    """The rows of each queryset, in the order in which the querysets are given; the rows themselves come in no order.

    Every row travels as JSON and is made a model again. For tables of a few rows: of hundreds, a query each is faster.
    """
    querysets = (first, *others)
    parts = [whole_rows(rows, number) for number, rows in enumerate(querysets)]
    found: list[list[Model]] = [[] for _rows in querysets]
    for number, row in parts[0].union(*parts[1:], all=True).order_by(WHICH):
        found[number].append(model_of(querysets[number].model, row))
    return found


def whole_rows(rows: QuerySet, number: int) -> QuerySet:
    columns = {field.attname: field.attname for field in rows.model._meta.concrete_fields}
    said = {WHICH: Value(number), ROW: JSONObject(**columns)}
    return rows.order_by().annotate(**said).values_list(WHICH, ROW)


def model_of(model: type[Model], row: dict) -> Model:
    fields = model._meta.concrete_fields
    values = [field.to_python(row[field.attname]) for field in fields]
    return model.from_db(None, [field.attname for field in fields], values)
