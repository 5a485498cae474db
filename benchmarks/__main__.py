"""All figures of speed, in one command: ``python -m benchmarks [--quick]``."""

from __future__ import annotations

import argparse

from benchmarks import (
    bench_batch,
    bench_engine,
    bench_orders,
    bench_pdf,
    bench_peers,
    bench_reading,
    bench_start,
)


def main() -> None:
    """Print all tables, each as soon as it is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, shorter tables")
    quick = parser.parse_args().quick
    bench_orders.main(rounds=3 if quick else 9)
    bench_engine.main(quick=quick)
    bench_start.main(rounds=5 if quick else 21)
    bench_batch.main(quick=quick)
    bench_pdf.main(quick=quick)
    bench_reading.main(rounds=1 if quick else 3)
    bench_peers.main(rounds=3 if quick else 9)


if __name__ == "__main__":
    main()
