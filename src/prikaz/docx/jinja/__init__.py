"""All that knows the inside of Jinja: sandbox, code generator, slots and the diagnosis of faults."""
