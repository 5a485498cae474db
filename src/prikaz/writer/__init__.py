"""From an order to what a template prints: its view as ready strings, and what the template leaves out.

Reads no files but templates, and looks at no clock. What is wrong with the
order, as far as printing shows it, comes back with the view; whether it may be
printed all the same is decided above.
"""

from prikaz.writer.omissions import omissions
from prikaz.writer.templates import template_for
from prikaz.writer.view import OrderView, order_view

__all__ = ["OrderView", "omissions", "order_view", "template_for"]
