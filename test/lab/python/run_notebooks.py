"""Runs notebooks under a kernel by nbclient; tells the outputs of each notebook's code cells as a line of JSON."""
import json
import pathlib
import sys

import nbformat
from nbclient import NotebookClient

kernel, *paths = sys.argv[1:]
for path in map(pathlib.Path, paths):
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, kernel_name=kernel, timeout=60, allow_errors=True, resources=resources).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    print(json.dumps({"name": path.name, "outputs": outputs}), flush=True)
