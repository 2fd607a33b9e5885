"""Summaries and facts of an archive of news, by Spark.

    spark-submit examples/spark_archive.py ARTICLES OUTPUT

ARTICLES are JSON Lines or Parquet, a file, a folder or a pattern, with the columns id and text and
those below that are known. OUTPUT is a folder of Parquet with a record for each article, in the
schema of `newsbrief corpus`. Every worker needs `pip install 'newsbrief[spark]'` and no network.
"""

import sys
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

import newsbrief

COLUMNS = ("id", "title", "byline", "date", "outlet", "url", "language", "text")


def analyzed(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The records of the articles in ``batches``: what a worker does."""
    return map(newsbrief.analyze, batches)


def records(articles: DataFrame) -> DataFrame:
    """The records of ``articles``, made where and when Spark needs them."""
    return articles.mapInArrow(analyzed, from_arrow_schema(newsbrief.record_schema()))


def main() -> None:
    source, output = sys.argv[1:]
    builder = (
        SparkSession.builder.appName("newsbrief")
        # Small parts: all workers have some to the end, and little is done again after a loss.
        .config("spark.sql.files.maxPartitionBytes", "2m")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 200)
    )
    with builder.getOrCreate() as spark:
        if ".parquet" in source:
            articles = spark.read.parquet(source)
        else:
            columns = ", ".join(f"{name} string" for name in COLUMNS)
            articles = spark.read.schema(columns).json(source)
        records(articles).write.parquet(output)


if __name__ == "__main__":
    main()
