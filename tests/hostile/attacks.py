"""What a hostile worker tries: the code it runs; what that leaves in `loot` shows that it got through.

`facts` holds what the attacker knows: paths, process ids, ports. Nothing here touches more than the test's
own folders, processes and sockets.
"""

from __future__ import annotations

READING = {
    "the keys in ~/.ssh": "loot = open(facts['home'] + '/.ssh/id_ed25519').read()",
    "another plugin's files": "loot = open(facts['other_plugin']).read()",
    "the open project": "loot = open(facts['project']).read()",
    "what another worker is handed": "loot = open(facts['other_scratch']).read()",
    "files by way of its own root": "loot = open('/proc/self/root' + facts['project']).read()",
    "a folder's list of files": "import os; loot = os.listdir(facts['home'])",
    "secrets in its environment": "import os; loot = os.environ['STUDIO_TEST_TOKEN']",
    "secrets in the studio's environment": "loot = open(f\"/proc/{facts['host']}/environ\").read()",
    "the studio's memory": "loot = open(f\"/proc/{facts['host']}/mem\", 'rb') and 'opened'",
    "who uses the machine": "loot = open('/etc/passwd').read()",
    "the studio's own code": "loot = open(facts['studio_code']).read()",
    "when the artist opens a file": """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
watch = libc.inotify_init1(0)
if watch < 0: raise PermissionError(ctypes.get_errno(), "inotify")
if libc.inotify_add_watch(watch, facts['home'].encode(), 0xFFF) < 0: raise PermissionError("inotify")
loot = 'watching'
""",
    "memory that programs share": """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
number = libc.shmget(0x5EC3, 4096, 0o1600)
if number < 0: raise PermissionError(ctypes.get_errno(), "shmget")
libc.shmctl(number, 0, None)
loot = 'shared'
""",
}

WRITING = {
    "a file outside": "open(facts['outside'] + '/planted', 'w').write('x'); loot = 'written'",
    "a file by ../": """
open('../' * 12 + facts['outside'].lstrip('/') + '/planted', 'w').write('x'); loot = 'written'
""",
    "over a file of the artist's": "open(facts['project'], 'a').write('x'); loot = 'written'",
    "through a symbolic link": """
import os
os.symlink(facts['outside'], 'way-out')
open('way-out/planted', 'w').write('x'); loot = 'written'
""",
    "a hard link to a file of the artist's": """
import os; os.link(facts['project'], 'mine'); loot = open('mine').read()
""",
    "its own code, for the next time": "open(facts['own_code'], 'a').write('#'); loot = 'written'",
    "away: deleting a file": "import os; os.unlink(facts['project']); loot = 'gone'",
    "empty: cutting a file off": "import os; os.truncate(facts['project'], 0); loot = 'empty'",
    "another mode on a file": "import os; os.chmod(facts['project'], 0o777); loot = 'changed'",
    "another time on a file": "import os; os.utime(facts['project'], (1, 1)); loot = 'changed'",
    "a device": "import os, stat; os.mknod('disk', stat.S_IFCHR | 0o600, os.makedev(1, 3)); loot = 'made'",
}

SOCKETS = {
    "TCP": """
import socket; socket.create_connection(('127.0.0.1', facts['tcp']), 2).sendall(b'x'); loot = 'sent'
""",
    "UDP": """
import socket
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', facts['udp'])); loot = 'sent'
""",
    "listening": "import socket; socket.create_server(('127.0.0.1', 0)); loot = 'open'",
    "a Unix socket": """
import socket; socket.socket(socket.AF_UNIX).connect(facts['unix']); loot = 'connected'
""",
    "an abstract Unix socket": """
import socket
socket.socket(socket.AF_UNIX).connect('\\0' + facts['abstract']); loot = 'connected'
""",
    "netlink": "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0); loot = 'open'",
    "a pair, to hide files in": "import socket; socket.socketpair(); loot = 'open'",
    "io_uring, past the filter": """
import ctypes
number = ctypes.CDLL(None, use_errno=True).syscall(425, 8, ctypes.create_string_buffer(120))
if number < 0: raise PermissionError(ctypes.get_errno(), 'io_uring')
loot = 'open'
""",
}

PROCESSES = {
    "tracing another program": """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
if libc.ptrace(16, facts['victim'], None, None) != 0: raise PermissionError(ctypes.get_errno(), 'ptrace')
loot = 'traced'
""",
    "reading another program's memory": """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
class Vector(ctypes.Structure):
    _fields_ = [('base', ctypes.c_void_p), ('length', ctypes.c_size_t)]
buffer = ctypes.create_string_buffer(8)
local, remote = Vector(ctypes.addressof(buffer), 8), Vector(facts['address'], 8)
if libc.process_vm_readv(facts['victim'], ctypes.byref(local), 1, ctypes.byref(remote), 1, 0) < 0:
    raise PermissionError(ctypes.get_errno(), 'process_vm_readv')
loot = 'read'
""",
    "ending another program": "import os, signal; os.kill(facts['victim'], signal.SIGTERM); loot = 'sent'",
    "signalling by a handle": """
import os, signal
signal.pidfd_send_signal(os.pidfd_open(facts['victim']), signal.SIGTERM); loot = 'sent'
""",
    "slowing another program down": """
import os; os.setpriority(os.PRIO_PROCESS, facts['victim'], 19); loot = 'slowed'
""",
    "lowering another program's limits": """
import resource; resource.prlimit(facts['victim'], resource.RLIMIT_CORE, (0, 0)); loot = 'lowered'
""",
    "starting another program": """
import subprocess; loot = subprocess.run(['/bin/echo', 'started'], capture_output=True, check=True).stdout
""",
    "becoming another program": """
import os
child = os.fork()
if not child: os.execv('/bin/true', ['true'])
loot = os.waitpid(child, 0)
""",
    "forking without end": """
import os
children = []
for _ in range(40):
    child = os.fork()
    if not child: os._exit(0)
    children.append(child)
for child in children: os.waitpid(child, 0)
loot = len(children)
""",
    "outliving the studio": """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
if libc.prctl(1, 0, 0, 0, 0) != 0: raise PermissionError(ctypes.get_errno(), 'prctl')
loot = 'immortal'
""",
    "a world of its own to be root in": """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
if libc.unshare(0x00020000) != 0 and libc.unshare(0x10020000) != 0:
    raise PermissionError(ctypes.get_errno(), 'unshare')
loot = 'unshared'
""",
}
