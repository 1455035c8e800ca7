"""Every form says for which role its page was drawn, so that one sent from a forgotten tab is noticed.

Registered in settings as a builtin: `{% csrf_token %}` stands in every form that submits, ours and other packages', and
from here on writes the key of the acting membership beside the token. senco.access.same_role compares it.
"""

from django import template
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from senco.core.navigation import ROLE_FIELD

register = template.Library()


class FormKeys(CsrfTokenNode):
    def render(self, context):
        token, key = super().render(context), context.get("role_key", "")
        if not token or not key:
            return token
        return token + format_html('<input type="hidden" name="{}" value="{}">', ROLE_FIELD, key)


@register.tag("csrf_token")
def csrf_token(parser, token):
    return FormKeys()
