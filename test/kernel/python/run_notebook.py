"""Runs a notebook over the wire, as nbclient does, and writes it with its outputs: run_notebook.py IN OUT [FOLDER]."""
import os
import sys

import nbformat
from nbclient import NotebookClient

notebook = nbformat.read(sys.argv[1], as_version=4)
folder = sys.argv[3] if len(sys.argv) > 3 else os.path.dirname(sys.argv[1])
where = {"metadata": {"path": folder}}
NotebookClient(notebook, kernel_name="variorum", timeout=120, resources=where).execute()
nbformat.validate(notebook)
nbformat.write(notebook, sys.argv[2])
