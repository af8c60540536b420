"""A session manager as desktops of GNOME have one, as far as programs ask it to keep the computer awake.

It takes its name on the session bus, prints `ready`, and answers every Inhibit with a number and everything else with
nothing. It ends when its stdin does.
"""

import os
import threading

from jeepney import HeaderFields, MessageType, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection


def end_with_parent():
    os.read(0, 1)
    os._exit(0)


threading.Thread(target=end_with_parent, daemon=True).start()
bus = open_dbus_connection(bus='SESSION')
bus.send_and_get_reply(message_bus.RequestName('org.gnome.SessionManager'))
print('ready', flush=True)
last = 0
while True:
    message = bus.receive()
    if message.header.message_type is not MessageType.method_call:
        continue
    if message.header.fields.get(HeaderFields.member) == 'Inhibit':
        last += 1
        bus.send(new_method_return(message, 'u', (last,)))
    else:
        bus.send(new_method_return(message))
