# %% [markdown]
# Points of a sweep in Python, cell by cell (Jupyter, or python3 points.py DIRECTORY). The sweep:
#
#     ./mho sweep --network lenet5 --vary tile.core.array.rows=64,128,256 --vary tile.core.adc.bits=6..8 --format parquet --out runs/points

# %%
import sys
from pathlib import Path

import pandas as pd

directory = Path(sys.argv[1] if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else "runs/points")

# %% points.csv says all that points.parquet says, and needs no library beside pandas
points = pd.read_csv(directory / "points.csv")
try:
    typed = pd.read_parquet(directory / "points.parquet")
except (ImportError, FileNotFoundError):
    typed = points  # without pyarrow or fastparquet, or without --format parquet

# %% figures are in SI units, which the names of the columns say
table = typed.pivot_table(index="tile.core.array.rows", columns="tile.core.adc.bits", values="energy_j")
print((1e9 * table).round(1).to_string())

# %% the front, cheapest first
front = points[points["pareto"] == "yes"].sort_values("energy_j")
print(front[["point", "energy_j", "latency_s", "area_m2"]].to_string(index=False))

# %% the same in polars
# import polars as pl
# pl.read_parquet(directory / "points.parquet").filter(pl.col("pareto") == "yes").sort("energy_j")
