"""A bus of its own with a login manager on it that does what it is told.

Starts a private dbus-daemon and owns org.freedesktop.login1 there, so that a test needs neither root nor systemd:
https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html

Each line of stdin is {"signal": "PrepareForShutdown" | "PrepareForSleep", "active": bool}. Each line of stdout tells what
happened, with `atMs` of the monotonic clock:

    {"event": "ready", "address": str}
    {"event": "taken", "id": int, "what": str, "who": str, "why": str, "mode": str, "atMs": float}
    {"event": "released", "id": int, "atMs": float}
    {"event": "emitted", "signal": str, "active": bool, "atMs": float}

Ends with stdin, and its bus with it.
"""

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time

from jeepney import DBusAddress, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME = 'org.freedesktop.login1'
MANAGER = DBusAddress('/org/freedesktop/login1', interface='org.freedesktop.login1.Manager')
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def tell(event, **facts):
    sys.stdout.write(json.dumps({'event': event, **facts}) + '\n')
    sys.stdout.flush()


def now_ms():
    return time.monotonic() * 1000


class Manager:
    """The locks, and who holds them: an application holds one as long as it has the other end of its pipe open."""

    def __init__(self, connection, selector):
        self.connection = connection
        self.selector = selector
        self.locks = {}
        self.next_id = 1

    def answer(self, message):
        member = message.header.fields.get(3)
        if member == 'Inhibit':
            self.inhibit(message)
        elif member == 'ListInhibitors':
            rows = [(*lock['facts'], os.getuid(), 0) for lock in self.locks.values()]
            self.connection.send(new_method_return(message, 'a(ssssuu)', (rows,)))
        else:
            self.connection.send(new_error(message, 'org.freedesktop.DBus.Error.UnknownMethod'))

    def inhibit(self, message):
        facts = message.body
        seen, held = os.pipe()
        lock_id = self.next_id
        self.next_id += 1
        self.locks[lock_id] = {'facts': facts, 'seen': seen}
        what, who, why, mode = facts
        tell('taken', id=lock_id, what=what, who=who, why=why, mode=mode, atMs=now_ms())
        self.selector.register(seen, selectors.EVENT_READ, lambda: self.released(lock_id))
        self.connection.send(new_method_return(message, 'h', (held,)))
        os.close(held)

    def released(self, lock_id):
        lock = self.locks.pop(lock_id)
        tell('released', id=lock_id, atMs=now_ms())
        self.selector.unregister(lock['seen'])
        os.close(lock['seen'])

    def emit(self, name, active):
        at_ms = now_ms()
        self.connection.send(new_signal(MANAGER, name, 'b', (active,)))
        tell('emitted', signal=name, active=active, atMs=at_ms)


def serve(address):
    connection = open_dbus_connection(bus=address, enable_fds=True)
    connection.send_and_get_reply(message_bus.RequestName(NAME))
    selector = selectors.DefaultSelector()
    manager = Manager(connection, selector)

    def hear_bus():
        while True:
            try:
                message = connection.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                manager.answer(message)

    # Whole lines that came together must not wait in a buffer that no selector sees.
    orders = os.fdopen(sys.stdin.fileno(), 'rb', buffering=0)

    def hear_test():
        line = orders.readline()
        if line == b'':
            raise EOFError
        order = json.loads(line)
        manager.emit(order['signal'], order['active'])

    selector.register(connection.sock, selectors.EVENT_READ, hear_bus)
    selector.register(orders, selectors.EVENT_READ, hear_test)
    tell('ready', address=address)
    while True:
        for key, _ in selector.select():
            key.data()


def main():
    # Ctrl+C goes to the whole group; the test ends this by its stdin.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with tempfile.TemporaryDirectory(prefix='login1-') as folder:
        config = os.path.join(folder, 'bus.conf')
        with open(config, 'w', encoding='utf-8') as file:
            file.write(CONFIG.format(folder=folder))
        command = ['dbus-daemon', f'--config-file={config}', '--nofork', '--nopidfile', '--print-address=1']
        bus = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True)
        try:
            serve(bus.stdout.readline().strip())
        except EOFError:
            pass
        finally:
            bus.terminate()
            bus.wait()


main()
