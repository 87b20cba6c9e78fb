"""Which addresses of a host may be connected to.

A link in a feed is written by a stranger: it could lead to a machine that only this one reaches. So
a name is resolved here, its addresses are looked at, and curl is told to use these and no others; a
name that resolves differently a moment later gains nothing.
"""

import ipaddress
import socket

from . import Failure, Refused

# Embed an IPv4 address, which a gateway may unwrap behind our back.
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(text):
    address = ipaddress.ip_address(text)
    if address.version == 6:
        if address.ipv4_mapped:
            return is_public(str(address.ipv4_mapped))
        if address in NAT64:
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
        if address.sixtofour or address.teredo or address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def allowed(url, allow_private, resolve=socket.getaddrinfo):
    """The addresses of the URL's host that may be connected to, at least one. Throws Refused when
    there are others only, Failure when there are none. `resolve` is as socket.getaddrinfo."""
    if not allow_private and url.port < 1024 and url.port not in (80, 443):
        raise Refused(f"port {url.port} is none of a web server")
    try:
        found = resolve(url.host, url.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Failure(f"no address of {url.host} is known") from None
    every = list(dict.fromkeys(entry[4][0] for entry in found))
    # A scope, as in fe80::1%eth0, comes with link-local addresses only.
    public = [each for each in every if "%" not in each and (allow_private or is_public(each))]
    if not public:
        raise Refused(f"{url.host} has a private address", "--allow-private allows it")
    return public
