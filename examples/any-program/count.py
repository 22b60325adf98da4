"""A server that is no Go program: it says how often it was asked, by TCP."""

import socket
import sys

listener = socket.create_server(("", int(sys.argv[1])))
asked = 0
while True:
    connection, _ = listener.accept()
    asked += 1
    with connection:
        connection.sendall(f"{asked}\n".encode())
