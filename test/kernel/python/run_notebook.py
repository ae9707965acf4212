"""Runs a notebook over the wire, as nbclient does, and writes it with its outputs: run_notebook.py IN OUT."""
import os
import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
where = {"metadata": {"path": os.path.dirname(sys.argv[1])}}
NotebookClient(notebook, kernel_name="variorum", timeout=120, resources=where).execute()
nbformat.validate(notebook)
nbformat.write(notebook, sys.argv[2])
