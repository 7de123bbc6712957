"""Runs a program on a terminal of its own: with-terminal.py INPUT-FILE ANSWERS PROGRAM [ARGUMENT...]

Standard input comes from the file and standard output is a pipe; what is left for the terminal is the prompt. Types
the next answer (ANSWERS is a JSON array) whenever something that ends in ": " has been shown. Prints JSON: what the
terminal showed, what came out on standard output, and the exit code.
"""

import json
import os
import pty
import select
import signal
import sys


def main():
    input_path, answers, program = sys.argv[1], json.loads(sys.argv[2]), sys.argv[3:]
    out_read, out_write = os.pipe()
    child, terminal = pty.fork()
    if child == 0:
        os.dup2(os.open(input_path, os.O_RDONLY), 0)
        os.dup2(out_write, 1)
        os.execv(program[0], program)
    os.close(out_write)
    shown, unanswered = b"", b""
    while True:
        if not select.select([terminal], [], [], 20)[0]:
            os.kill(child, signal.SIGKILL)  # it waits for something that never comes
            break
        try:
            data = os.read(terminal, 4096)
        except OSError:  # Linux says so when the program has ended
            break
        if not data:
            break
        shown += data
        unanswered += data
        if unanswered.endswith(b": ") and answers:
            os.write(terminal, answers.pop(0).encode("utf-8"))
            unanswered = b""
    with os.fdopen(out_read, "rb") as pipe:
        output = pipe.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    print(json.dumps({"shown": shown.decode("utf-8"), "output": output.decode("utf-8"), "code": code}))


main()
