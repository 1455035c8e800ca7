from .codes import CodeForm
from .school import SchoolForm, period_rows

__all__ = ["CodeForm", "SchoolForm", "period_rows"]
