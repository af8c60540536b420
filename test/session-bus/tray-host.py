"""The part of a desktop that shows tray icons, and does what it is told.

Owns org.kde.StatusNotifierWatcher on the bus whose address is the first argument, is its own host, and reads the items
that register as a panel would: https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/
Menus are com.canonical.dbusmenu: https://github.com/AyatanaIndicators/libdbusmenu/blob/main/libdbusmenu-glib/dbus-menu.xml

Each line of stdin is an order {"id": int, "do": str, ...}, answered by a line {"event": "answer", "id": int, ...}:

    appear, vanish      takes or gives back the name on the bus; "hostless": the watcher is there and nobody shows icons
    read                {"item": {...} | null}: properties of the newest item, its icon as size and SHA-256, its menu
    press {"path": []}  clicks the item of the menu under these labels; {"pressed": bool}
    activate            a click on the icon itself
    hosts {"there": bool}  whether somebody shows the icons that are taken

Other lines tell what the app does by itself: {"event": "registered"}, {"event": "changed", "signal": str}.
Ends with stdin.
"""

import hashlib
import json
import os
import selectors
import signal
import sys

from jeepney import DBusAddress, MatchRule, MessageType, Properties, new_error, new_method_call, new_method_return
from jeepney import new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

WATCHER = 'org.kde.StatusNotifierWatcher'
WATCHER_PATH = '/StatusNotifierWatcher'
ITEM = 'org.kde.StatusNotifierItem'
ITEM_PATH = '/StatusNotifierItem'
MENU = 'com.canonical.dbusmenu'
REPLY_LIMIT_S = 5


def tell(event, **facts):
    sys.stdout.write(json.dumps({'event': event, **facts}) + '\n')
    sys.stdout.flush()


class Host:
    """Serves on one connection and asks on another, so that neither waits for the other."""

    def __init__(self, address):
        self.serving = open_dbus_connection(bus=address)
        self.asking = open_dbus_connection(bus=address)
        self.items = []
        self.has_host = True
        for rule in (MatchRule(type='signal', interface=ITEM), MatchRule(type='signal', interface=MENU)):
            self.serving.send_and_get_reply(message_bus.AddMatch(rule))
        self.serving.send_and_get_reply(
            message_bus.AddMatch(MatchRule(type='signal', sender='org.freedesktop.DBus', member='NameOwnerChanged'))
        )

    # What the app asks.

    def hear(self, message):
        if message.header.message_type is MessageType.method_call:
            self.answer(message)
        elif message.header.message_type is MessageType.signal:
            member = message.header.fields.get(3)
            if member == 'NameOwnerChanged':
                name, _old, new = message.body
                if new == '':
                    self.items = [item for item in self.items if item[0] != name]
            elif message.header.fields.get(2) in (ITEM, MENU):
                tell('changed', signal=member)

    def answer(self, message):
        fields = message.header.fields
        interface, member = fields.get(2), fields.get(3)
        if member == 'RegisterStatusNotifierItem':
            given = message.body[0]
            sender = fields.get(7)
            item = (sender, given) if given.startswith('/') else (given, ITEM_PATH)
            self.items = [other for other in self.items if other != item] + [item]
            self.serving.send(new_method_return(message))
            tell('registered', name=item[0])
        elif member == 'RegisterStatusNotifierHost':
            self.serving.send(new_method_return(message))
        elif interface == 'org.freedesktop.DBus.Properties' and member in ('Get', 'GetAll'):
            values = {
                'IsStatusNotifierHostRegistered': ('b', self.has_host),
                'ProtocolVersion': ('i', 0),
                'RegisteredStatusNotifierItems': ('as', [name + path for name, path in self.items]),
            }
            if member == 'GetAll':
                self.serving.send(new_method_return(message, 'a{sv}', (values,)))
            elif message.body[1] in values:
                self.serving.send(new_method_return(message, 'v', (values[message.body[1]],)))
            else:
                self.serving.send(new_error(message, 'org.freedesktop.DBus.Error.UnknownProperty'))
        else:
            self.serving.send(new_error(message, 'org.freedesktop.DBus.Error.UnknownMethod'))

    # What the test orders.

    def obey(self, order):
        facts = getattr(self, 'do_' + order['do'])(**{key: order[key] for key in order if key not in ('id', 'do')})
        tell('answer', id=order['id'], **(facts or {}))

    def do_appear(self, hostless=False):
        self.has_host = not hostless
        self.serving.send_and_get_reply(message_bus.RequestName(WATCHER))
        if self.has_host:
            self.emit('StatusNotifierHostRegistered')

    def do_vanish(self):
        self.serving.send_and_get_reply(message_bus.ReleaseName(WATCHER))
        self.items = []

    def do_hosts(self, there):
        self.has_host = there
        self.emit('StatusNotifierHostRegistered' if there else 'StatusNotifierHostUnregistered')

    def emit(self, name):
        self.serving.send(new_signal(DBusAddress(WATCHER_PATH, interface=WATCHER), name))

    def do_read(self):
        if not self.items:
            return {'item': None}
        name, path = self.items[-1]
        reply = self.ask(Properties(DBusAddress(path, bus_name=name, interface=ITEM)).get_all())
        if reply is None:
            return {'item': None}
        values = {key: value for key, (_kind, value) in reply[0].items()}
        icon = next(iter(sorted(values.get('IconPixmap') or [], key=lambda each: -each[0])), None)
        return {
            'item': {
                'iconName': values.get('IconName', ''),
                'icon': icon and {'width': icon[0], 'height': icon[1], 'sha256': hashlib.sha256(icon[2]).hexdigest()},
                'title': values.get('Title', ''),
                'status': values.get('Status', ''),
                'toolTip': list(values.get('ToolTip', ['', [], '', '']))[2:],
                'menu': self.menu(name, values.get('Menu')),
            }
        }

    def do_press(self, path):
        if not self.items:
            return {'pressed': False}
        name, item_path = self.items[-1]
        reply = self.ask(Properties(DBusAddress(item_path, bus_name=name, interface=ITEM)).get('Menu'))
        menu_path = reply[0][1]
        entries = self.menu(name, menu_path)
        found = None
        for label in path:
            found = next((entry for entry in entries if entry['label'] == label), None)
            if found is None:
                return {'pressed': False}
            entries = found['children']
        address = DBusAddress(menu_path, bus_name=name, interface=MENU)
        # A line that was drawn anew in this moment is another one, and the app says that it does not know the old.
        reply = self.ask(new_method_call(address, 'Event', 'isvu', (found['id'], 'clicked', ('i', 0), 0)))
        return {'pressed': reply is not None}

    def do_activate(self):
        name, path = self.items[-1]
        self.ask(new_method_call(DBusAddress(path, bus_name=name, interface=ITEM), 'Activate', 'ii', (0, 0)))

    def menu(self, name, path):
        if not path or path == '/NO_DBUSMENU':
            return []
        address = DBusAddress(path, bus_name=name, interface=MENU)
        self.ask(new_method_call(address, 'AboutToShow', 'i', (0,)))
        reply = self.ask(new_method_call(address, 'GetLayout', 'iias', (0, -1, [])))
        return [] if reply is None else [entry_of(child) for _kind, child in reply[1][2]]

    def ask(self, message):
        """The body of the answer; None when the app gives none."""
        try:
            reply = self.asking.send_and_get_reply(message, timeout=REPLY_LIMIT_S)
        except TimeoutError:
            return None
        return reply.body if reply.header.message_type is MessageType.method_return else None


def entry_of(layout):
    number, properties, children = layout
    values = {key: value for key, (_kind, value) in properties.items()}
    return {
        'id': number,
        'label': values.get('label', ''),
        'type': values.get('type', 'standard'),
        'enabled': values.get('enabled', True),
        'visible': values.get('visible', True),
        'toggle': values.get('toggle-type', ''),
        'checked': values.get('toggle-state', -1) == 1,
        'children': [entry_of(child) for _kind, child in children],
    }


def main():
    # Ctrl+C goes to the whole group; the test ends this by its stdin.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    host = Host(sys.argv[1])
    selector = selectors.DefaultSelector()
    # Whole lines that came together must not wait in a buffer that no selector sees.
    orders = os.fdopen(sys.stdin.fileno(), 'rb', buffering=0)

    def hear_bus():
        while True:
            try:
                message = host.serving.receive(timeout=0)
            except TimeoutError:
                return
            host.hear(message)

    def hear_test():
        line = orders.readline()
        if line == b'':
            raise EOFError
        host.obey(json.loads(line))

    selector.register(host.serving.sock, selectors.EVENT_READ, hear_bus)
    selector.register(orders, selectors.EVENT_READ, hear_test)
    tell('ready')
    try:
        while True:
            for key, _ in selector.select():
                key.data()
            # An order may have waited for the bus and taken what came meanwhile out of the socket.
            hear_bus()
    except (EOFError, ConnectionError):
        # The test is over, or its bus is.
        pass


main()
