"""What can be printed of a plan."""

from provision.choices import Audience
from provision.models import Plan, PlanVersion


def newest_versions(plan: Plan, membership) -> list[PlanVersion]:
    """The newest version for staff and the newest for the family, of those that were not taken back; without their content."""
    found = PlanVersion.objects.visible_to(membership).filter(plan=plan).standing().defer("content")
    newest = {}
    for version in found.select_related("by").order_by("number"):
        newest[version.audience] = version
    return [newest[audience] for audience in Audience.values if audience in newest]
