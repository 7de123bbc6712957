"""A small reading of the EnigmaCrypt envelope in Python, written from the documentation alone.

    python3 read_envelope.py envelope-v1.json

checks every vector that carries its envelope and prints a line of JSON with the counts and the failures.
Standard library only, which has PBKDF2 but no AES: the few lines of AES-256 decryption are below.
"""

import base64
import datetime
import hashlib
import json
import re
import sys

KEYS = {}


class Refused(Exception):
    """Carries the reason as the vectors name it."""


def open_envelope(text, password):
    """Returns (content, created, hash), or raises Refused."""
    salt, iv, cipher = parse(text)
    for name, digest in (("SHA-256", "sha256"), ("SHA-1", "sha1")):
        plain = unpad(decrypt_cbc(cipher, derive(password, salt, digest), iv))
        message = read_json(plain)
        if message is not NOT_JSON:
            content, created = check(message)
            return content, created, name
    raise Refused("wrong-password-or-altered")


def parse(text):
    if len(text) < 64 + 24:
        raise Refused("too-short")
    if not re.fullmatch("[0-9a-f]{64}", text[:64]):
        raise Refused("not-hex")
    try:
        cipher = base64.b64decode(text[64:].encode("ascii"), validate=True)
    except ValueError:
        raise Refused("not-base64") from None
    if base64.b64encode(cipher).decode("ascii") != text[64:]:
        raise Refused("not-base64")
    if len(cipher) % 16 != 0:
        raise Refused("bad-length")
    return bytes.fromhex(text[:32]), bytes.fromhex(text[32:64]), cipher


def derive(password, salt, digest):
    known = (password, salt, digest)
    if known not in KEYS:
        KEYS[known] = hashlib.pbkdf2_hmac(digest, password.encode("utf-8"), salt, 100000, 32)
    return KEYS[known]


def unpad(plain):
    count = plain[-1]
    if not 1 <= count <= 16 or plain[-count:] != bytes([count]) * count:
        return None
    return plain[:-count]


NOT_JSON = object()


def read_json(plain):
    def refuse_constant(_):
        raise ValueError("not JSON")

    if plain is None:
        return NOT_JSON
    try:
        return json.loads(plain.decode("utf-8"), object_pairs_hook=Fields, parse_constant=refuse_constant)
    except ValueError:  # also malformed UTF-8
        return NOT_JSON


class Fields(list):
    """An object's fields as pairs, so that two of the same name both show."""


def check(message):
    if not isinstance(message, Fields):
        raise Refused("not-this-format")
    fields = dict(message)
    version = fields.get("version")
    if isinstance(version, str) and version != "v1" and re.fullmatch(r"v?\d{1,4}(\.\d{1,4}){0,2}", version):
        raise Refused("unsupported-version")
    names = sorted(name for name, _ in message)
    if names != ["content", "created", "version"] or version != "v1":
        raise Refused("not-this-format")
    content, created = fields["content"], fields["created"]
    if not isinstance(content, str) or not isinstance(created, str) or not is_date(created):
        raise Refused("not-this-format")
    return content, created


def is_date(text):
    parts = re.fullmatch(
        r"(\d{4}|[+-]\d{6})-(\d\d)-(\d\d)"
        r"(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(?:Z|[+-](\d\d):?(\d\d))?)?",
        text,
        re.ASCII,
    )
    if not parts:
        return False
    year, month, day, hour, minute, second, offset_hour, offset_minute = (int(part or 0) for part in parts.groups())
    try:
        datetime.date(year % 400 + 2000, month, day)  # the calendar repeats every 400 years
    except ValueError:
        return False
    return hour < 24 and minute < 60 and second <= 60 and offset_hour < 24 and offset_minute < 60


# AES-256 decryption (FIPS 197), one block after the other.


def multiply(one, other):
    product = 0
    while other:
        if other & 1:
            product ^= one
        one = (one << 1) ^ (0x11B if one & 0x80 else 0)
        other >>= 1
    return product


def make_sbox():
    sbox = [0] * 256
    for value in range(256):
        inverse = next((candidate for candidate in range(256) if multiply(value, candidate) == 1), 0)
        result = 0x63
        for shift in range(5):
            result ^= ((inverse << shift) | (inverse >> (8 - shift))) & 0xFF
        sbox[value] = result
    return sbox


SBOX = make_sbox()
INVERSE_SBOX = [SBOX.index(value) for value in range(256)]
TIMES = {factor: [multiply(value, factor) for value in range(256)] for factor in (9, 11, 13, 14)}
# Where each byte of a block comes from when the shifted rows are shifted back.
UNSHIFTED = [(column - row) % 4 * 4 + row for column in range(4) for row in range(4)]


def expand_key(key):
    words = [list(key[at : at + 4]) for at in range(0, 32, 4)]
    constant = 1
    while len(words) < 60:
        word = list(words[-1])
        if len(words) % 8 == 0:
            word = [SBOX[byte] for byte in word[1:] + word[:1]]
            word[0] ^= constant
            constant = multiply(constant, 2)
        elif len(words) % 8 == 4:
            word = [SBOX[byte] for byte in word]
        words.append([a ^ b for a, b in zip(words[-8], word)])
    return [sum(words[at : at + 4], []) for at in range(0, 60, 4)]


def decrypt_block(block, round_keys):
    state = [a ^ b for a, b in zip(block, round_keys[14])]
    for number in range(13, -1, -1):
        state = [INVERSE_SBOX[state[source]] ^ key for source, key in zip(UNSHIFTED, round_keys[number])]
        if number:
            state = unmix(state)
    return state


def unmix(state):
    by9, by11, by13, by14 = TIMES[9], TIMES[11], TIMES[13], TIMES[14]
    result = []
    for at in range(0, 16, 4):
        a, b, c, d = state[at : at + 4]
        result += [
            by14[a] ^ by11[b] ^ by13[c] ^ by9[d],
            by9[a] ^ by14[b] ^ by11[c] ^ by13[d],
            by13[a] ^ by9[b] ^ by14[c] ^ by11[d],
            by11[a] ^ by13[b] ^ by9[c] ^ by14[d],
        ]
    return result


def decrypt_cbc(cipher, key, iv):
    round_keys = expand_key(key)
    plain = bytearray()
    for at in range(0, len(cipher), 16):
        block = cipher[at : at + 16]
        plain += bytes(a ^ b for a, b in zip(decrypt_block(block, round_keys), iv))
        iv = block
    return bytes(plain)


def expectations(vectors):
    """Yields (id, envelope, password, what opening it has to give)."""
    for vector in vectors["valid"]:
        if "envelope" in vector:  # large ones carry a checksum only
            yield from expectation(vector, [content_of(vector), vector["created"], vector["hash"]])
    for vector in vectors["readable"]:
        yield from expectation(vector, [vector["opened"][name] for name in ("content", "created", "hash")])
    for vector in vectors["refused"]:
        yield from expectation(vector, vector["reason"])


def expectation(vector, expected):
    yield vector["id"], vector["envelope"], vector["password"], expected


def content_of(vector):
    if "content" in vector:
        return vector["content"]
    return bytes.fromhex(vector["contentUtf16"]).decode("utf-16-be", "surrogatepass")


def outcome(envelope, password):
    try:
        return list(open_envelope(envelope, password))
    except Refused as refusal:
        return str(refusal)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        vectors = json.load(file)
    rows = list(expectations(vectors))
    failures = [name for name, envelope, password, expected in rows if outcome(envelope, password) != expected]
    print(json.dumps({"checked": len(rows), "failures": failures}))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
