"""Types of need in words a parent need not look up. OTH and NSA say nothing a parent could use."""

from django.utils.translation import gettext_lazy as _

from register.choices import NeedType

PLAIN_NEED = {
    NeedType.SPLD: _("reading, spelling or numbers"),
    NeedType.MLD: _("learning at the same pace as the class"),
    NeedType.SLD: _("learning, in most lessons"),
    NeedType.PMLD: _("learning and daily life"),
    NeedType.SEMH: _("feelings and mental health"),
    NeedType.SLCN: _("talking and understanding"),
    NeedType.HI: _("hearing"),
    NeedType.VI: _("seeing"),
    NeedType.MSI: _("seeing and hearing"),
    NeedType.PD: _("moving and using the body"),
    NeedType.ASD: _("autism: being with people, and change"),
    NeedType.DS: _("Down syndrome"),
}
