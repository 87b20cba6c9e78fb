#!/usr/bin/env python3
"""Runs a command while the page is served by lighttpd on loopback; $PAGE is its address.

usage: with_page.py CGI FOLDER INDEX COMMAND..."""

import os
import subprocess
import sys
import tempfile

from web_servers import serving

program, folder, index, *command = sys.argv[1:]
own = tempfile.mkdtemp(dir=folder)
os.chmod(own, 0o755)
with serving("lighttpd", own, program, index) as server:
    page = f"http://127.0.0.1:{server.port}/cgi-bin/vigyapti.cgi"
    sys.exit(subprocess.run(command, env={**os.environ, "PAGE": page}, check=False).returncode)
