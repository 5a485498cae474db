"""Russian of an order: cases, names, numbers, dates and deadlines, typography.

Stands on its own: knows nothing of orders, files or Word. The submodules are
loaded when they are asked for; the dictionary of forms only when a form has
to be made.
"""
