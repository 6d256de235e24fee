"""The few ICU calls that the gazetteer import needs, through ctypes (standard library only).

The import is run by hand when names are refreshed; it is no part of the build, and its results are checked in.
"""
import ctypes
import ctypes.util
import re


def _load(name):
    path = ctypes.util.find_library(name)
    if not path:
        raise SystemExit(f"import: no {name} library found (install libicu-dev)")
    lib = ctypes.CDLL(path)
    m = re.search(r"\.so\.(\d+)", path)
    return lib, (m.group(1) if m else "")


_uc, _v = _load("icuuc")
_i18n, _ = _load("icui18n")


def _fn(lib, name, res, *args):
    f = getattr(lib, f"{name}_{_v}")
    f.restype = res
    f.argtypes = args
    return f


_P, _I, _C = ctypes.c_void_p, ctypes.c_int32, ctypes.c_char_p
_E = ctypes.POINTER(ctypes.c_int)
_uldn_open = _fn(_uc, "uldn_openForContext", _P, _C, ctypes.POINTER(ctypes.c_int), _I, _E)
_uldn_close = _fn(_uc, "uldn_close", None, _P)
_uldn_region = _fn(_uc, "uldn_regionDisplayName", _I, _P, _C, _P, _I, _E)
_countries = _fn(_uc, "uloc_getISOCountries", ctypes.POINTER(_C))
_utrans_open = _fn(_i18n, "utrans_openU", _P, _P, _I, ctypes.c_int, _P, _I, _P, _E)
_utrans = _fn(_i18n, "utrans_transUChars", None, _P, _P, ctypes.POINTER(_I), _I, _I, ctypes.POINTER(_I), _E)


def _check(err, what):
    if err.value > 0:
        raise SystemExit(f"import: ICU error {err.value} in {what}")


def territories(locale):
    """{ISO 3166 code: name} of all territories in one locale, CLDR's standard length."""
    err = ctypes.c_int(0)
    ctx = (ctypes.c_int * 1)(512)  # UDISPCTX_LENGTH_FULL
    names = _uldn_open(locale.encode(), ctx, 1, ctypes.byref(err))
    _check(err, f"territories {locale}")
    out, buf, i = {}, ctypes.create_string_buffer(1024), 0
    codes = _countries()
    while codes[i]:
        err = ctypes.c_int(0)
        n = _uldn_region(names, codes[i], buf, 500, ctypes.byref(err))
        _check(err, f"territories {locale}")
        out[codes[i].decode()] = buf.raw[: 2 * n].decode("utf-16-le")
        i += 1
    _uldn_close(names)
    return out


_open = {}


def transliterate(text, rule):
    """text through an ICU transliterator such as 'Hant-Hans'."""
    err = ctypes.c_int(0)
    if rule not in _open:
        u = rule.encode("utf-16-le")
        _open[rule] = _utrans_open(u, len(rule), 0, None, -1, None, ctypes.byref(err))
        _check(err, f"transliterator {rule}")
    src = text.encode("utf-16-le")
    units, cap = len(src) // 2, len(src) + 512
    buf = ctypes.create_string_buffer(2 * cap + 2)
    buf.raw = src + b"\0" * (2 * cap + 2 - len(src))
    length, limit = ctypes.c_int32(units), ctypes.c_int32(units)
    _utrans(_open[rule], buf, ctypes.byref(length), cap, 0, ctypes.byref(limit), ctypes.byref(err))
    _check(err, f"transliterator {rule}")
    return buf.raw[: 2 * length.value].decode("utf-16-le")
